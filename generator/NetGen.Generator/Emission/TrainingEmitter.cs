using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Emission.Calls;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary><c>LossAndGradient</c>: what is checked before, the pass that several workers may share, and what comes after it.</summary>
internal sealed class TrainingEmitter
{
    private readonly ClassContext _context;
    private readonly ProgramEmitter _program;

    public TrainingEmitter(ClassContext context, ProgramPlan plan) =>
        (_context, _program) = (context, context.Program(plan, "TrainingMemory"));

    private SourceWriter Writer => _context.Writer;

    private Columns Columns => _context.Columns;

    private ProgramPlan Plan => _program.Plan;

    private WorkSchedule Schedule => Plan.Schedule!;

    public void WriteConstants() => _program.Memory.Write(Writer, "a training pass");

    public void Write()
    {
        var used = LossText.UsedColumns(Plan, Columns).ToArray();
        Writer.Block($"public LossValue LossAndGradient({LossText.Parameters(Columns, "Workspace workspace", "ParameterBuffer gradients")})", () =>
        {
            Writer.Line($"var samples = BeginTraining({Arguments(Columns.Inputs.Concat(Columns.Targets), "workspace", "gradients")}{Comma(Columns.Weights)});");
            Writer.Line($"TrainPart({Arguments(used, "workspace", "gradients")}, samples, Worker.Alone);");
            Writer.Line("return EndTraining(workspace, gradients);");
        });
        WriteBegin();
        WritePart(used);
        WriteEnd();
        WriteBatchForms(used);
    }

    private void WriteBegin()
    {
        Writer.Line();
        Writer.Line("// Checks what is given and computes the factor of each sample in the average that a loss is.");
        Writer.Block($"private int BeginTraining({LossText.Parameters(Columns, "Workspace workspace", "ParameterBuffer gradients").Replace(" = default", string.Empty)})", () =>
        {
            LossText.CheckColumns(_context);
            Writer.Line("BatchChecks.Gradients(gradients, Parameters);");
            var scales = LossText.Scales(Plan);
            if (scales.Count > 0)
            {
                _program.DeclareMemory(Writer, scales);
                LossText.FillScales(_context, _program);
            }

            var given = Plan.OfParameters.Select(result => result.Name).ToArray();
            Writer.Lines(_context.Parameters.Places.Where(place => !given.Contains(place.Parameter.Name)).Select(place =>
                $"gradients.Buffer.AsSpan<{_context.Type.Keyword}>().Slice({_context.ParameterConstants[place.Offset]}, {Literals.Integer(place.Length)}).Clear();"));
            Writer.Line("return samples;");
        });
    }

    private void WritePart(IReadOnlyList<ColumnParameter> used)
    {
        Writer.Line();
        Writer.Line("// One worker's part of a training pass: its samples, its rows of the weight gradients, and some of what is not shared. Workers");
        Writer.Line("// meet before they read what others wrote. No sum depends on how many workers there are.");
        Writer.Line(KernelLibrary.Inlining("No"));
        var parameters = Signatures.Join(
            used.Select(column => column.ReadOnlySpan), new[] { "Workspace workspace", "ParameterBuffer gradients", "int samples", "Worker worker" });
        Writer.Block($"private void TrainPart({parameters})", () =>
        {
            Writer.Lines(used.Select(column => column.Declaration));
            var shares = Shares();
            var body = _program.Body(new[] { Steps(shares) });
            Writer.Line($"var own = worker.Share(samples, {Literals.Integer(Plan.SampleUnit)});");
            _program.DeclareMemory(Writer, Plan.Kernels, body);
            if (Schedule.Stages.Where((_, i) => Plan.MicroBatches!.SamplesOf(i) == 0).Any(stage => ReadGroups(stage.Where(IsOfSamples))))
            {
                Writer.Line("var ownGroups = SampleGroups.Of(own);");
            }

            Writer.Lines(shares.Select(share => $"var {share.Value} = worker.Share({Literals.Integer(share.Key.Size)}, {Literals.Integer(share.Key.Unit)});"));
            Writer.Line();
            body.Write(Writer);
        });
    }

    // One local for all kernels that are shared along an axis of the same size.
    private Dictionary<SharedAxis, string> Shares() => Plan.Kernels.Where(kernel => WorkSchedule.SplitOf(kernel) == WorkSplit.Axis).Select(kernel => kernel.Shared!).Distinct()
        .ToDictionary(axis => axis, axis => _program.Memory.Locals.Unique("of" + Literals.Integer(axis.Size)));

    // The workers meet between stages.
    private IEnumerable<ProgramStep> Steps(Dictionary<SharedAxis, string> shares)
    {
        var meeting = new ProgramStep(System.Array.Empty<StepPlace>(), (writer, _) =>
        {
            writer.Line();
            writer.Line("worker.Meet();");
        });
        return Schedule.Stages.SelectMany((_, i) => StepsOf(i, shares).Prepend(meeting).Skip(i == 0 ? 1 : 0));
    }

    private IEnumerable<ProgramStep> StepsOf(int stage, Dictionary<SharedAxis, string> shares)
    {
        var kernels = Schedule.Stages[stage].ToLookup(IsOfSamples);
        var samples = Plan.MicroBatches!.SamplesOf(stage);
        var ofSamples = kernels[true].Select(kernel => _program.Step(kernel, new KernelPart(samples > 0 ? "part" : "own", null))).ToArray();
        return (samples > 0 ? new[] { MicroBatch(samples, ofSamples, ReadGroups(kernels[true])) } : ofSamples).Concat(kernels[false].Select(kernel => Step(kernel, shares)));
    }

    private static ProgramStep MicroBatch(int samples, IReadOnlyList<ProgramStep> steps, bool hasGroups)
    {
        var number = Literals.Integer(samples);
        var lines = new List<string> { "// What is written of these samples is read again while it is still in the cache.", $"var part = own.Part(first, {number});" };
        if (hasGroups)
        {
            lines.Add("var partGroups = SampleGroups.Of(part);");
        }

        return ProgramStep.Block($"for (var first = 0; first < own.Count; first += {number})", lines, steps);
    }

    private static bool IsOfSamples(Kernel kernel) => WorkSchedule.SplitOf(kernel) == WorkSplit.Samples;

    // Whether a worker's samples are counted in groups, too.
    private static bool ReadGroups(IEnumerable<Kernel> kernels) => kernels.Any(kernel => kernel.Reads.Concat(kernel.Results).Any(value => value.Type.Grouped));

    private ProgramStep Step(Kernel kernel, Dictionary<SharedAxis, string> shares) => WorkSchedule.SplitOf(kernel) switch
    {
        WorkSplit.Axis => _program.Step(kernel, new KernelPart(null, shares[kernel.Shared!])),
        _ => _program.Step(kernel, KernelPart.Whole).OfTask(Schedule.TaskOf(kernel)),
    };

    private void WriteEnd()
    {
        Writer.Line();
        Writer.Block("private LossValue EndTraining(Workspace workspace, ParameterBuffer gradients)", () =>
        {
            Writer.Line("workspace.Step++;");
            var loss = LossText.Value(Plan);
            if (Plan.StorageOf(loss).Region != Region.None)
            {
                _program.DeclareMemory(Writer, loss);
            }

            Writer.Line($"return new LossValue({LossText.Of(_program)}, {(LossText.IsRegularized(_context) ? "Regularization.AddGradient(Parameters, gradients, workspace)" : "0")});");
        });
    }

    private void WriteBatchForms(IReadOnlyList<ColumnParameter> used)
    {
        var columns = Columns.Inputs.Concat(Columns.Targets).ToArray();
        var weights = Columns.Weights.Select((column, i) => $"batch[{Literals.Integer(columns.Length + i)}].AsOptionalSpan<{column.Type}>()");
        var spans = columns.Select((column, i) => $"batch[{Literals.Integer(i)}].AsSpan<{column.Type}>()").ToArray();
        Writer.Line();
        Writer.Block("LossValue ITrainableNetwork.LossAndGradient(Batch batch, Workspace workspace, ParameterBuffer gradients)", () =>
        {
            Writer.Line($"var samples = BeginTraining({Signatures.Join(spans, new[] { "workspace", "gradients" }, weights)});");
            Writer.Line("workspace.Share(this, batch, gradients, samples);");
            Writer.Line("return EndTraining(workspace, gradients);");
        });
        Writer.Line();
        Writer.Line("void ISharedPass.Run(Batch batch, Workspace workspace, ParameterBuffer gradients, int samples, Worker worker) =>");
        var own = spans.Where((_, i) => used.Contains(columns[i]));
        Writer.Indented(() => Writer.Line($"TrainPart({Signatures.Join(own, new[] { "workspace", "gradients", "samples", "worker" })});"));
    }

    private static string Arguments(IEnumerable<ColumnParameter> columns, params string[] more) => Signatures.Join(columns.Select(column => column.Parameter), more);

    private static string Comma(IEnumerable<ColumnParameter> columns) => string.Concat(columns.Select(column => ", " + column.Parameter));
}
