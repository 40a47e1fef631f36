using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary><c>Predict</c>, and the values prepared for it once per version of the weights.</summary>
internal sealed class PredictionEmitter : IClassPart
{
    private readonly ClassContext _context;
    private readonly ProgramEmitter _program;

    public PredictionEmitter(ClassContext context, ProgramPlan plan)
    {
        _context = context;
        Plan = plan;
        _program = context.Program(plan, "PredictionMemory");
    }

    public ProgramPlan Plan { get; }

    private SourceWriter Writer => _context.Writer;

    private Columns Columns => _context.Columns;

    private bool IsPrepared => Plan.Prepare.Count > 0;

    public void Write()
    {
        WritePredict();
        WriteChunk();
        if (IsPrepared)
        {
            WritePrepare();
        }
    }

    public void WriteConstants()
    {
        _program.Memory.Write(Writer, "a prediction");
        if (IsPrepared)
        {
            Writer.Line();
            Writer.Line("private PreparedValues? _prepared;");
        }
    }

    private void WritePredict()
    {
        var inputs = Columns.Inputs;
        var outputs = Columns.Outputs;
        Writer.Line();
        Writer.Line("/// <summary>Predicts one sample or a batch. Any number of threads may predict at once; nothing is allocated, except where more predict than ever before.</summary>");
        Writer.Lines(inputs.Select(column => $"/// <param name=\"{column.Parameter.TrimStart('@')}\">{column.Values} for each sample, of shape {column.Info.Shape}.</param>"));
        Writer.Lines(outputs.Select(column => $"/// <param name=\"{column.Parameter.TrimStart('@')}\">Room for {column.Values} for each sample, of shape {column.Info.Shape}.</param>"));
        Writer.Line("/// <exception cref=\"ArgumentException\">The numbers of values do not fit each other or the network.</exception>");
        Writer.Line("/// <exception cref=\"InvalidOperationException\">The weights change meanwhile: a training step of this instance is under way.</exception>");
        Writer.Block($"public void Predict({Signatures.Join(inputs.Select(c => c.ReadOnlySpan), outputs.Select(c => c.Span))})", () =>
        {
            Checks.Columns(Writer, inputs, outputs);
            Writer.Line("var version = Parameters.BeginRead();");
            Writer.Line("var workspace = _pool.Rent(Math.Min(samples, PredictionChunk));");
            if (IsPrepared)
            {
                Writer.Line("var prepared = Prepare(version);");
            }

            Writer.Block("for (var first = 0; first < samples; first += PredictionChunk)", () =>
            {
                Writer.Line("var count = Math.Min(PredictionChunk, samples - first);");
                var arguments = inputs.Concat(outputs).Select(column => $"{column.Parameter}.Slice({Times("first", column)}, {Times("count", column)})")
                    .Concat(new[] { "workspace", "count" }).Concat(IsPrepared ? new[] { "prepared" } : System.Array.Empty<string>());
                Writer.Line($"PredictChunk({string.Join(", ", arguments)});");
            });
            Writer.Line();
            Writer.Line("_pool.Return(workspace);");
            Writer.Line("Parameters.EndRead(version);");
        });
    }

    private static string Times(string count, ColumnParameter column) => Addresses.Times(count, column.Info.Shape.Count);

    private void WriteChunk()
    {
        var results = Plan.Results(ResultRole.Output).ToArray();
        var extra = new[] { "Workspace workspace", "int samples" }.Concat(IsPrepared ? new[] { "AlignedBuffer preparedValues" } : System.Array.Empty<string>());
        Writer.Line();
        Writer.Line("// The layers, one after the other, for a chunk of samples.");
        Writer.Block(
            $"private void PredictChunk({Signatures.Join(Columns.Inputs.Select(c => c.ReadOnlySpan), Columns.Outputs.Select(c => c.Span), extra)})",
            () =>
            {
                Writer.Lines(Columns.Inputs.Concat(Columns.Outputs).Select(column => column.Declaration));
                if (IsPrepared)
                {
                    Writer.Line($"ref var prepared = ref MemoryMarshal.GetReference(preparedValues.AsSpan<{_context.Type.Keyword}>());");
                }

                _program.DeclareMemory(Writer, Plan.Kernels, results.Select(result => result.Value));
                _program.Call(Writer, Plan.Kernels);
                for (var i = 0; i < results.Length; i++)
                {
                    _program.CopyOut(Writer, results[i].Value, Columns.Outputs[i].Data);
                }
            });
    }

    private void WritePrepare()
    {
        var keyword = _context.Type.Keyword;
        Writer.Line();
        Writer.Line("// Values that depend on the parameters only, computed once per version of the weights and published as a whole.");
        Writer.Block("private AlignedBuffer Prepare(long version)", () =>
        {
            Writer.Line("var known = global::System.Threading.Volatile.Read(ref _prepared);");
            Writer.Block("if (known is not null && known.Version == version)", () => Writer.Line("return known.Buffer;"));
            Writer.Line();
            Writer.Line($"var buffer = new AlignedBuffer({_context.ElementType}, {Literals.Integer(Plan.PreparedLength)});");
            Writer.Line($"ref var prepared = ref MemoryMarshal.GetReference(buffer.AsSpan<{keyword}>());");
            _program.DeclareMemory(Writer, Plan.Prepare);
            _program.Call(Writer, Plan.Prepare);
            Writer.Line();
            Writer.Line("// Only whole values of one version are published.");
            Writer.Line("Parameters.EndRead(version);");
            Writer.Line("global::System.Threading.Volatile.Write(ref _prepared, new PreparedValues(version, buffer));");
            Writer.Line("return buffer;");
        });
    }
}
