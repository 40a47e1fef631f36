using System.Collections.Generic;
using System.Linq;
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
                _program.DeclareMemory(Writer, System.Array.Empty<Kernel>(), scales);
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
            _program.DeclareMemory(Writer, Plan.Kernels);
            Writer.Line($"var own = worker.Share(samples, {Literals.Integer(Plan.SampleUnit)});");
            if (Plan.HasGroups)
            {
                Writer.Line("var ownGroups = SampleGroups.Of(own);");
            }

            var shares = DeclareShares();
            for (var stage = 0; stage < Schedule.Stages.Count; stage++)
            {
                if (stage > 0)
                {
                    Writer.Line();
                    Writer.Line("worker.Meet();");
                }

                foreach (var kernel in Schedule.Stages[stage])
                {
                    Call(kernel, shares);
                }
            }
        });
    }

    // One local for all kernels that are shared along an axis of the same size.
    private IReadOnlyDictionary<SharedAxis, string> DeclareShares()
    {
        var shares = new Dictionary<SharedAxis, string>();
        foreach (var axis in Plan.Kernels.Where(kernel => WorkSchedule.SplitOf(kernel) == WorkSplit.Axis).Select(kernel => kernel.Shared!).Distinct())
        {
            var name = _program.Memory.Locals.Unique("of" + Literals.Integer(axis.Size));
            shares.Add(axis, name);
            Writer.Line($"var {name} = worker.Share({Literals.Integer(axis.Size)}, {Literals.Integer(axis.Unit)});");
        }

        Writer.Line();
        return shares;
    }

    private void Call(Kernel kernel, IReadOnlyDictionary<SharedAxis, string> shares)
    {
        switch (WorkSchedule.SplitOf(kernel))
        {
            case WorkSplit.Samples:
                _program.Call(Writer, kernel, new KernelPart("own", null));
                break;
            case WorkSplit.Axis:
                _program.Call(Writer, kernel, new KernelPart(null, shares[kernel.Shared!]));
                break;
            default:
                Writer.Block($"if (worker.Takes({Literals.Integer(Schedule.TaskOf(kernel))}))", () => _program.Call(Writer, kernel, KernelPart.Whole));
                break;
        }
    }

    private void WriteEnd()
    {
        Writer.Line();
        Writer.Block("private LossValue EndTraining(Workspace workspace, ParameterBuffer gradients)", () =>
        {
            Writer.Line("workspace.Step++;");
            var loss = LossText.Value(Plan);
            if (Plan.StorageOf(loss).Region != Region.None)
            {
                _program.DeclareMemory(Writer, System.Array.Empty<Kernel>(), loss);
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
