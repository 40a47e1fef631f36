using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>The members that own memory.</summary>
internal sealed class WorkspaceEmitter : IClassPart
{
    /// <summary>How many elements a chunk of predictions may take: what a second-level cache holds.</summary>
    private const int ChunkElements = 1 << 16;

    private readonly ClassContext _context;
    private readonly ProgramPlan _prediction;
    private readonly IReadOnlyList<ProgramPlan> _programs;

    public WorkspaceEmitter(ClassContext context, ProgramPlan prediction, IReadOnlyList<ProgramPlan> programs) =>
        (_context, _prediction, _programs) = (context, prediction, programs);

    public void Write()
    {
        var writer = _context.Writer;
        var fixedLength = _programs.Select(plan => plan.FixedLength).DefaultIfEmpty(_prediction.FixedLength).Max();
        var perSample = _programs.Select(plan => plan.LengthPerSample).DefaultIfEmpty(_prediction.LengthPerSample).Max();
        writer.Line();
        writer.Line("/// <summary>Creates the memory for training passes.</summary>");
        writer.Line("/// <param name=\"capacity\">For how many samples to reserve memory; it grows on the first use of more.</param>");
        writer.Line("public Workspace CreateWorkspace(int capacity = 1) =>");
        writer.Indented(() => writer.Line(
            $"new(typeof({NameQualifier.Self}), {_context.ElementType}, fixedLength: {Literals.Integer(fixedLength)}, lengthPerSample: {Literals.Integer(perSample)}, capacity);"));
    }

    public void WriteConstants()
    {
        var writer = _context.Writer;
        writer.Line();
        writer.Line("/// <summary>How many samples a prediction takes at a time: what the second-level cache holds.</summary>");
        writer.Line($"private const int PredictionChunk = {Literals.Integer(Chunk())};");
        writer.Line();
        writer.Line(
            $"private readonly WorkspacePool _pool = new(typeof({NameQualifier.Self}), {_context.ElementType}, {Literals.Integer(_prediction.FixedLength)}, {Literals.Integer(_prediction.LengthPerSample)});");
    }

    // A multiple of the rows of a tile.
    private int Chunk() => Math.Min(Math.Max(ChunkElements / Math.Max(_prediction.LengthPerSample, 1), 6) / 6 * 6, 192);
}
