using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>The prediction of one sample.</summary>
internal sealed class SampleEmitter
{
    private const int MostCopiedOneByOne = 8;

    private readonly ClassContext _context;
    private readonly ProgramPlan _plan;
    private readonly ProgramEmitter _program;
    private readonly PreparedEmitter _prepared;

    public SampleEmitter(ClassContext context, ProgramPlan plan)
    {
        _context = context;
        _plan = plan;
        _program = context.Program(plan, "SampleMemory");
        _prepared = new PreparedEmitter(context, _program, "PrepareSample", "_preparedSample");
    }

    private Columns Columns => _context.Columns;

    /// <summary>Writes the body of the method that takes any number of samples.</summary>
    public void WriteChoice()
    {
        var columns = Columns.Inputs.Concat(Columns.Outputs).ToArray();
        var arguments = string.Join(", ", columns.Select(column => column.Parameter));
        var writer = _context.Writer;
        writer.Block(
            $"if ({string.Join(" && ", columns.Select(column => $"{column.Parameter}.Length == {column.Size}"))})",
            () => writer.Line($"PredictSample({arguments});"));
        writer.Block("else", () => writer.Line($"PredictBatch({arguments});"));
    }

    public void Write()
    {
        var writer = _context.Writer;
        writer.Line();
        writer.Line("// One sample: every product is one of a matrix and a vector, and everything has its constant place. Within a caller");
        writer.Line("// the just-in-time compiler would no longer inline all of it.");
        writer.Line(KernelLibrary.Inlining("No"));
        writer.Block(
            $"private void PredictSample({Signatures.Join(Columns.Inputs.Select(c => c.ReadOnlySpan), Columns.Outputs.Select(c => c.Span))})", Body);
        _prepared.Write();
    }

    public void WriteConstants()
    {
        _program.Memory.Write(_context.Writer, "a prediction of one sample");
        _prepared.WriteConstants();
        if (_plan.FitsStack && _plan.Lengths.Fixed > 0)
        {
            var writer = _context.Writer;
            writer.Line();
            writer.Line("// The memory of a prediction of one sample, on the stack.");
            writer.Line($"[global::System.Runtime.CompilerServices.InlineArray({Literals.Integer(_plan.Lengths.Fixed)})]");
            writer.Block("private struct SampleScratch", () => writer.Line($"private {_context.Type.Keyword} _first;"));
        }
    }

    private void Body()
    {
        var writer = _context.Writer;
        var keyword = _context.Type.Keyword;
        var results = _plan.Results(ResultRole.Output).ToArray();
        writer.Line("var version = Parameters.BeginRead();");
        writer.Lines(Columns.Inputs.Select(column => column.Declaration));
        if (_prepared.IsNeeded)
        {
            writer.Line($"ref var prepared = ref PrepareSample(version).First<{keyword}>();");
        }

        if (!_plan.FitsStack)
        {
            writer.Line("var workspace = _pool.Rent(0);");
        }

        var body = _program.Body(_plan.Kernels);
        _program.DeclareMemory(writer, _plan.Kernels, body, results.Select(result => result.Value));
        body.Write(writer);
        for (var i = 0; i < results.Length; i++)
        {
            CopyOut(writer, results[i].Value, Columns.Outputs[i]);
        }

        writer.Line();
        if (!_plan.FitsStack)
        {
            writer.Line("_pool.Return(workspace);");
        }

        writer.Line("Parameters.EndRead(version);");
    }

    // A few numbers are copied sooner than a method is called that copies them.
    private void CopyOut(SourceWriter writer, Value value, ColumnParameter column)
    {
        var reference = _program.Memory.Reference(value);
        if (value.Shape.Count > MostCopiedOneByOne)
        {
            writer.Line($"MemoryMarshal.CreateReadOnlySpan({reference}, {column.Size}).CopyTo({column.Parameter});");
            return;
        }

        writer.Line(column.Declaration);
        for (var i = 0; i < value.Shape.Count; i++)
        {
            var place = Literals.Integer(i);
            writer.Line($"{Addresses.At(column.Data, place)} = {Addresses.At(reference.Substring("ref ".Length), place)};");
        }
    }
}
