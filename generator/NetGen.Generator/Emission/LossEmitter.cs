using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary><c>LossAndGradient</c> and <c>Loss</c>.</summary>
internal sealed class LossEmitter : IClassPart
{
    private readonly ClassContext _context;
    private readonly ProgramEmitter _evaluation;
    private readonly ProgramEmitter _training;

    public LossEmitter(ClassContext context, ProgramPlan evaluation, ProgramPlan training)
    {
        _context = context;
        _evaluation = context.Program(evaluation, "LossMemory");
        _training = context.Program(training, "TrainingMemory");
    }

    private SourceWriter Writer => _context.Writer;

    private Columns Columns => _context.Columns;

    public void Write()
    {
        WriteTraining();
        WriteEvaluation();
    }

    public void WriteConstants()
    {
        _training.Memory.Write(Writer, "a training pass");
        _evaluation.Memory.Write(Writer, "an evaluation of the loss");
    }

    private void WriteTraining()
    {
        var plan = _training.Plan;
        Document("The loss over a batch in training form, with dropout and noise, and its gradient, regularisation included.");
        Writer.Line("/// <param name=\"gradients\">Is overwritten with ∂loss/∂parameters, from <see cref=\"CreateGradients\"/>.</param>");
        DocumentWeights();
        var head = new[] { "Workspace workspace", "ParameterBuffer gradients" };
        Writer.Block($"public LossValue LossAndGradient({Parameters(head)})", () =>
        {
            CheckColumns();
            Writer.Line("BatchChecks.Gradients(gradients, Parameters);");
            Run(_training, () =>
            {
                Writer.Lines(ParametersWithoutGradient(plan).Select(place =>
                    $"gradients.Buffer.AsSpan<{_context.Type.Keyword}>().Slice({_context.ParameterConstants[place.Offset]}, {Literals.Integer(place.Length)}).Clear();"));
            });
            Writer.Line();
            Writer.Line("workspace.Step++;");
            Writer.Line(IsRegularized
                ? $"return new LossValue({LossText(_training)}, Regularization.AddGradient(Parameters, gradients));"
                : $"return new LossValue({LossText(_training)}, 0);");
        });
    }

    private void WriteEvaluation()
    {
        Document("The loss over a batch in prediction form, without dropout and noise.");
        DocumentWeights(Columns.Predictions.Select(column =>
            $"/// <param name=\"{column.Parameter.TrimStart('@')}\">Room for what the loss consumes, {column.Values} for each sample, or empty.</param>"));
        var predictions = Columns.Predictions.Select(column => $"{column.Span} = default");
        Writer.Block($"public LossValue Loss({Signatures.Join(new[] { Parameters(new[] { "Workspace workspace" }) }, predictions)})", () =>
        {
            CheckColumns();
            Checks.OptionalLengths(Writer, Columns.Predictions);
            Writer.Line("var version = Parameters.BeginRead();");
            Run(_evaluation, () =>
            {
                var results = _evaluation.Plan.Results(ResultRole.Prediction).ToArray();
                for (var i = 0; i < results.Length; i++)
                {
                    var column = Columns.Predictions[i];
                    var value = results[i].Value;
                    Writer.Block($"if (!{column.Parameter}.IsEmpty)", () =>
                    {
                        _evaluation.CopyOut(Writer, value, $"MemoryMarshal.GetReference({column.Parameter})");
                    });
                }
            });
            Writer.Line();
            Writer.Line("Parameters.EndRead(version);");
            Writer.Line($"return new LossValue({LossText(_evaluation)}, {(IsRegularized ? "Regularization.Penalty(Parameters)" : "0")});");
        });
    }

    private bool IsRegularized => _context.Model.Parameters.Any(parameter => parameter.L1 != 0 || parameter.L2 != 0);

    private string Parameters(string[] workspace) => Signatures.Join(
        Columns.Inputs.Concat(Columns.Targets).Select(column => column.ReadOnlySpan),
        workspace,
        Columns.Weights.Select(column => $"{column.ReadOnlySpan} = default"));

    private void CheckColumns()
    {
        Checks.Columns(Writer, Columns.Inputs, Columns.Targets);
        Writer.Line($"BatchChecks.Workspace(workspace, typeof({NameQualifier.Self}), samples);");
        Writer.Line("workspace.Count = 0;");
    }

    private void Run(ProgramEmitter program, System.Action end)
    {
        var plan = program.Plan;
        var used = plan.Kernels.SelectMany(kernel => kernel.Reads).Concat(plan.Graph.Results.Select(result => result.Value)).Select(Aliases.Root).ToArray();
        var columns = used.Where(value => plan.StorageOf(value).Region == Region.Caller).Select(Columns.Reference).Distinct().ToArray();
        Writer.Lines(Columns.Inputs.Concat(Columns.Targets).Where(column => columns.Contains(column.Data)).Select(column => column.Declaration));
        var scales = plan.Graph.Values.Where(value => value.Operation is InputOperation { Role: InputRole.SampleScale }).ToArray();
        program.DeclareMemory(Writer, plan.Kernels, plan.Graph.Results.Select(result => result.Value).Concat(scales));
        foreach (var scale in scales)
        {
            var loss = _context.Model.Losses.ToList().FindIndex(candidate => candidate.Name == ((InputOperation)scale.Operation).Name);
            var weights = Columns.Weights[loss];
            Writer.Line($"SampleScale.Fill({weights.Parameter}, MemoryMarshal.CreateSpan({program.Memory.Reference(scale)}, samples), nameof({weights.Parameter}));");
        }

        program.Call(Writer, plan.Kernels);
        end();
    }

    private static string LossText(ProgramEmitter program)
    {
        var loss = program.Plan.Results(ResultRole.Loss).Single().Value;
        return program.Plan.StorageOf(loss).Region == Region.None
            ? Literals.Double(((ConstantOperation)Aliases.Root(loss).Operation).Value)
            : program.Memory.Reference(loss).Substring("ref ".Length);
    }

    private System.Collections.Generic.IEnumerable<ParameterPlace> ParametersWithoutGradient(ProgramPlan plan)
    {
        var given = plan.Results(ResultRole.ParameterGradient).Select(result => result.Name).ToArray();
        return _context.Parameters.Places.Where(place => !given.Contains(place.Parameter.Name));
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
