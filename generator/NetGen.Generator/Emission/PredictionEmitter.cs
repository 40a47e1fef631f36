using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary><c>Predict</c>: a batch in chunks, and one sample in a form of its own.</summary>
internal sealed class PredictionEmitter : IClassPart
{
    private readonly ClassContext _context;
    private readonly ProgramEmitter _program;
    private readonly PreparedEmitter _prepared;
    private readonly SampleEmitter? _sample;

    public PredictionEmitter(ClassContext context, ProgramPlan plan, ProgramPlan? sample)
    {
        _context = context;
        Plan = plan;
        _program = context.Program(plan, "PredictionMemory");
        _prepared = new PreparedEmitter(context, _program, "Prepare", "_prepared");
        _sample = sample is null ? null : new SampleEmitter(context, sample);
    }

    public ProgramPlan Plan { get; }

    private SourceWriter Writer => _context.Writer;

    private Columns Columns => _context.Columns;

    public void Write()
    {
        WritePredict();
        _sample?.Write();
        WriteChunk();
        _prepared.Write();
    }

    public void WriteConstants()
    {
        _program.Memory.Write(Writer, "a prediction");
        _prepared.WriteConstants();
        _sample?.WriteConstants();
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
        var signature = Signatures.Join(inputs.Select(c => c.ReadOnlySpan), outputs.Select(c => c.Span));
        if (_sample is null)
        {
            Writer.Block($"public void Predict({signature})", Chunks);
            return;
        }

        Writer.Block($"public void Predict({signature})", _sample.WriteChoice);
        Writer.Line();
        Writer.Block($"private void PredictBatch({signature})", Chunks);
    }

    private void Chunks()
    {
        Checks.Columns(Writer, Columns.Inputs, Columns.Outputs);
        Writer.Line("var version = Parameters.BeginRead();");
        Writer.Line("var workspace = _pool.Rent(Math.Min(samples, PredictionChunk));");
        if (_prepared.IsNeeded)
        {
            Writer.Line("var prepared = Prepare(version);");
        }

        Writer.Block("for (var first = 0; first < samples; first += PredictionChunk)", () =>
        {
            Writer.Line("var count = Math.Min(PredictionChunk, samples - first);");
            var arguments = Columns.Inputs.Concat(Columns.Outputs).Select(column => $"{column.Parameter}.Slice({Times("first", column)}, {Times("count", column)})")
                .Concat(new[] { "workspace", "count" }).Concat(_prepared.IsNeeded ? new[] { "prepared" } : System.Array.Empty<string>());
            Writer.Line($"PredictChunk({string.Join(", ", arguments)});");
        });
        Writer.Line();
        Writer.Line("_pool.Return(workspace);");
        Writer.Line("Parameters.EndRead(version);");
    }

    private static string Times(string count, ColumnParameter column) => Addresses.Times(count, column.Info.Shape.Count);

    private void WriteChunk()
    {
        var results = Plan.Results(ResultRole.Output).ToArray();
        var extra = new[] { "Workspace workspace", "int samples" }.Concat(_prepared.IsNeeded ? new[] { "AlignedBuffer preparedValues" } : System.Array.Empty<string>());
        Writer.Line();
        Writer.Line("// The layers, one after the other, for a chunk of samples.");
        Writer.Block(
            $"private void PredictChunk({Signatures.Join(Columns.Inputs.Select(c => c.ReadOnlySpan), Columns.Outputs.Select(c => c.Span), extra)})",
            () =>
            {
                Writer.Lines(Columns.Inputs.Concat(Columns.Outputs).Select(column => column.Declaration));
                if (_prepared.IsNeeded)
                {
                    Writer.Line($"ref var prepared = ref preparedValues.First<{_context.Type.Keyword}>();");
                }

                var body = _program.Body(Plan.Kernels);
                _program.DeclareMemory(Writer, Plan.Kernels, body, results.Select(result => result.Value));
                body.Write(Writer);
                for (var i = 0; i < results.Length; i++)
                {
                    _program.CopyOut(Writer, results[i].Value, Columns.Outputs[i].Data);
                }
            });
    }
}
