using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary><c>LossAndGradient</c> and <c>Loss</c>.</summary>
internal sealed class LossEmitter : IClassPart
{
    private readonly ClassContext _context;
    private readonly ProgramEmitter _evaluation;
    private readonly TrainingEmitter _training;

    public LossEmitter(ClassContext context, ProgramPlan evaluation, ProgramPlan training)
    {
        _context = context;
        _evaluation = context.Program(evaluation, "LossMemory");
        _training = new TrainingEmitter(context, training);
    }

    private SourceWriter Writer => _context.Writer;

    private Columns Columns => _context.Columns;

    public void Write()
    {
        Document("The loss over a batch in training form, with dropout and noise, and its gradient, regularisation included.");
        Writer.Line("/// <param name=\"gradients\">Is overwritten with ∂loss/∂parameters, from <see cref=\"CreateGradients\"/>.</param>");
        DocumentWeights();
        _training.Write();
        WriteEvaluation();
    }

    public void WriteConstants()
    {
        _training.WriteConstants();
        _evaluation.Memory.Write(Writer, "an evaluation of the loss");
    }

    private void WriteEvaluation()
    {
        Document("The loss over a batch in prediction form, without dropout and noise.");
        DocumentWeights(Columns.Predictions.Select(column =>
            $"/// <param name=\"{column.Parameter.TrimStart('@')}\">Room for what the loss consumes, {column.Values} for each sample, or empty.</param>"));
        var predictions = Columns.Predictions.Select(column => $"{column.Span} = default");
        Writer.Block($"public LossValue Loss({Signatures.Join(new[] { LossText.Parameters(Columns, "Workspace workspace") }, predictions)})", () =>
        {
            LossText.CheckColumns(_context);
            Checks.OptionalLengths(Writer, Columns.Predictions);
            Writer.Line("var version = Parameters.BeginRead();");
            Writer.Lines(LossText.UsedColumns(_evaluation.Plan, Columns).Select(column => column.Declaration));
            var body = _evaluation.Body(_evaluation.Plan.Kernels);
            _evaluation.DeclareMemory(Writer, _evaluation.Plan.Kernels, body, _evaluation.Plan.Graph.Results.Select(result => result.Value).Concat(LossText.Scales(_evaluation.Plan)));
            LossText.FillScales(_context, _evaluation);
            body.Write(Writer);
            var results = _evaluation.Plan.Results(ResultRole.Prediction).ToArray();
            for (var i = 0; i < results.Length; i++)
            {
                var column = Columns.Predictions[i];
                var value = results[i].Value;
                Writer.Block($"if (!{column.Parameter}.IsEmpty)", () => _evaluation.CopyOut(Writer, value, $"MemoryMarshal.GetReference({column.Parameter})"));
            }

            Writer.Line();
            Writer.Line("Parameters.EndRead(version);");
            Writer.Line($"return new LossValue({LossText.Of(_evaluation)}, {(LossText.IsRegularized(_context) ? "Regularization.Penalty(Parameters)" : "0")});");
        });
    }

    private void Document(string summary)
    {
        Writer.Line();
        Writer.Line($"/// <summary>{summary}</summary>");
        Writer.Lines(Columns.Inputs.Concat(Columns.Targets).Select(column => column.Info.ClassCount > 0
            ? $"/// <param name=\"{column.Parameter.TrimStart('@')}\">One class index in [0, {Literals.Integer(column.Info.ClassCount)}) for each sample.</param>"
            : $"/// <param name=\"{column.Parameter.TrimStart('@')}\">{column.Values} for each sample, of shape {column.Info.Shape}.</param>"));
        Writer.Line("/// <param name=\"workspace\">The memory, from <see cref=\"CreateWorkspace\"/>.</param>");
    }

    private void DocumentWeights(params System.Collections.Generic.IEnumerable<string> more)
    {
        Writer.Lines(Columns.Weights.Select(column =>
            $"/// <param name=\"{column.Parameter.TrimStart('@')}\">A weight for each sample, or none; the loss is Σ wᵢ·lᵢ / Σ wᵢ.</param>"));
        Writer.Lines(more);
        Writer.Line("/// <exception cref=\"ArgumentException\">The numbers of values do not fit each other or the network, or a target or weight is not valid.</exception>");
    }
}
