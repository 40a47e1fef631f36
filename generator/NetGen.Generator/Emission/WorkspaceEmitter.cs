using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>The members that own memory.</summary>
internal sealed class WorkspaceEmitter : IClassPart
{
    private readonly ClassContext _context;
    private readonly ProgramPlan _prediction;
    private readonly ProgramPlan? _sample;
    private readonly IReadOnlyList<ProgramPlan> _programs;

    public WorkspaceEmitter(ClassContext context, ProgramPlan prediction, ProgramPlan? sample, IReadOnlyList<ProgramPlan> programs) =>
        (_context, _prediction, _sample, _programs) = (context, prediction, sample, programs);

    public void Write()
    {
        var writer = _context.Writer;
        var fixedLength = _programs.Select(plan => plan.Lengths.Fixed).DefaultIfEmpty(_prediction.Lengths.Fixed).Max();
        var perSample = _programs.Select(plan => plan.Lengths.PerSample).DefaultIfEmpty(_prediction.Lengths.PerSample).Max();
        var perWorker = _programs.Select(plan => plan.Lengths.PerWorker).DefaultIfEmpty(0).Max();
        var workers = perWorker == 0 ? string.Empty : $", lengthPerWorker: {Literals.Integer(perWorker)}";
        workers += Unit(_programs) + (perWorker == 0 ? string.Empty : $", shareUnit: {Literals.Integer(ShareUnit())}");
        writer.Line();
        writer.Line("/// <summary>Creates the memory for training passes.</summary>");
        writer.Line("/// <param name=\"capacity\">For how many samples to reserve memory; it grows on the first use of more.</param>");
        writer.Line("public Workspace CreateWorkspace(int capacity = 1) =>");
        writer.Indented(() => writer.Line(
            $"new(typeof({NameQualifier.Self}), {_context.ElementType}, fixedLength: {Literals.Integer(fixedLength)}, lengthPerSample: {Literals.Integer(perSample)}, capacity{workers});"));
    }

    public void WriteConstants()
    {
        var writer = _context.Writer;
        writer.Line();
        writer.Line("/// <summary>How many samples a prediction takes at a time: what the second-level cache holds.</summary>");
        writer.Line($"private const int PredictionChunk = {Literals.Integer(Chunk())};");
        var fixedLength = Math.Max(_prediction.Lengths.Fixed, _sample is { FitsStack: false } ? _sample.Lengths.Fixed : 0);
        writer.Line();
        writer.Line(
            $"private readonly WorkspacePool _pool = new(typeof({NameQualifier.Self}), {_context.ElementType}, {Literals.Integer(fixedLength)}, {Literals.Integer(_prediction.Lengths.PerSample)}{Unit(new[] { _prediction })});");
    }

    // Kernels that workers share along another axis than the samples have memory for workers without samples, too.
    private int ShareUnit() => _programs.Any(plan => plan.HasSharedScratch) ? 0 : _programs.First(plan => plan.Lengths.PerWorker > 0).SampleUnit;

    private static string Unit(IEnumerable<ProgramPlan> plans) =>
        plans.Any(plan => plan.HasGroups) ? $", capacityUnit: {Literals.Integer(TensorType.GroupSize)}" : string.Empty;

    // A multiple of the rows of a tile, or of the samples of a group.
    private int Chunk()
    {
        var unit = _prediction.SampleUnit;
        return Math.Min(Math.Max(MicroBatches.CacheElements / Math.Max(_prediction.Lengths.PerSample, 1), unit) / unit * unit, 192);
    }
}
