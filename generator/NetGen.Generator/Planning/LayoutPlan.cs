using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>A graph in which every value has a layout that its operation can produce and its consumers can read.</summary>
internal sealed class LayoutPlan
{
    private readonly Dictionary<Value, Layout> _layouts = new();
    private readonly Dictionary<(Value, Layout), Value> _converted = new();
    private readonly Dictionary<Value, Value> _byOriginal = new();
    private readonly HashSet<Value> _takenAsGradient = new();
    private readonly ParameterPlan _parameters;
    private readonly bool _keepInputs;
    private ComputationGraph _target = new();

    private LayoutPlan(ParameterPlan parameters, bool keepInputs) => (_parameters, _keepInputs) = (parameters, keepInputs);

    public ComputationGraph Graph => _target;

    /// <param name="graph">An optimised graph.</param>
    /// <param name="parameters">Where the parameters lie.</param>
    /// <param name="keepInputs">Whether inputs are copied into memory of ours at the start.</param>
    public static LayoutPlan Choose(ComputationGraph graph, ParameterPlan parameters, bool keepInputs)
    {
        var plan = new LayoutPlan(parameters, keepInputs);
        plan.Run(graph);
        return plan;
    }

    public Layout this[Value value] => _layouts.TryGetValue(value, out var layout) ? layout : Layout.RowMajor;

    private void Run(ComputationGraph graph)
    {
        var wanted = GradientLayouts.Wanted(graph, _parameters);
        _target = GraphCopy.Rebuild(graph, System.Array.Empty<GraphResult>(), (target, value, operands) =>
        {
            _target = target;
            var layout = wanted.TryGetValue(value, out var found) ? found : Layout.RowMajor;
            var copy = value.Operation switch
            {
                ParameterOperation parameter => Leaf(value, _parameters[parameter.Name].Layout),
                InputOperation or ConstantOperation or IotaOperation or RandomOperation => Leaf(value, Layout.RowMajor),
                ContractOperation contract => Contract(value, contract, operands, layout),
                WinogradOperation => Add(value.Operation, new[] { InOrder(RowMajor(Materialized(operands[0]))), operands[1] }, value.Type, layout, value.Label),
                WinogradWeightOperation weight => Add(weight, new[] { Convert(Materialized(operands[0]), new Layout(weight.Filters)) }, value.Type, new Layout(3), value.Label),
                WinogradSumsOperation => Add(value.Operation, operands.Select(Materialized).Select(RowMajor).Select(InOrder), value.Type, Layout.RowMajor, value.Label),
                WinogradWindowsOperation windows => Add(windows, operands, value.Type, new Layout(windows.Weight.Filters), value.Label),
                MapOperation when layout.LaneAxis >= 0 => Add(value.Operation, operands, value.Type, layout, value.Label),
                MapOperation => Add(value.Operation, operands.Select(RowMajor), value.Type, layout, value.Label),
                ReshapeOperation or SparsemaxThresholdOperation or GroupOperation or UngroupOperation => Add(value.Operation, operands.Select(RowMajor).Select(Materialized).Select(InOrder), value.Type, layout, value.Label),
                _ => Add(value.Operation, operands.Select(RowMajor).Select(Materialized), value.Type, layout, value.Label),
            };
            _byOriginal[value] = copy;
            return copy;
        });

        var firstHalf = _keepInputs ? Lifetimes.FirstHalf(graph) : new HashSet<Value>();
        foreach (var result in graph.Results)
        {
            _target.AddResult(result.Name, result.Role, Finish(result, firstHalf.Contains(result.Value)));
        }
    }

    private Value Leaf(Value value, Layout layout) =>
        Add(value.Operation, System.Array.Empty<Value>(), value.Type, layout, value.Label);

    private Value Contract(Value value, ContractOperation contract, IReadOnlyList<Value> operands, Layout layout)
    {
        var form = ContractionForm.Of(value, layout);
        if (form.LaneOperand < 0)
        {
            return Add(contract, operands.Select(RowMajor).Select(Materialized), value.Type, layout, value.Label);
        }

        var lanes = InMemory(operands[form.LaneOperand]);
        var labels = ContractionForm.Labels(contract, form.LaneOperand);
        var axis = labels.TrimStart(TypeRules.SampleLabel).IndexOf(form.Lane);
        if (!lanes.Batched && !Aliases.IsView(lanes))
        {
            lanes = Convert(lanes, lanes.Shape.Rank < 2 ? Layout.RowMajor : new Layout(axis));
        }
        else if (Aliases.Strides(lanes)[axis] != 1)
        {
            (lanes, labels) = MoveAxisLast(lanes, labels, axis);
        }

        var broadcast = Materialized(operands[form.BroadcastOperand]);
        broadcast = this[broadcast].IsOnePanel(broadcast.Shape) && !Aliases.IsView(broadcast) ? broadcast : RowMajor(broadcast);
        var other = ContractionForm.Labels(contract, form.BroadcastOperand);
        var operation = form.LaneOperand == 1
            ? new ContractOperation(other, labels, contract.Result)
            : new ContractOperation(labels, other, contract.Result);
        return Add(operation, form.LaneOperand == 1 ? new[] { broadcast, lanes } : new[] { lanes, broadcast }, value.Type, layout, value.Label);
    }

    private (Value Value, string Labels) MoveAxisLast(Value value, string labels, int axis)
    {
        var permutation = Enumerable.Range(0, value.Shape.Rank).Where(other => other != axis).Concat(new[] { axis }).ToArray();
        var moved = new GraphBuilder(_target) { Label = value.Label }.Transpose(RowMajor(value), permutation);
        var axes = labels.TrimStart(TypeRules.SampleLabel);
        var prefix = labels.Substring(0, labels.Length - axes.Length);
        return (moved, prefix + new string(permutation.Select(from => axes[from]).ToArray()));
    }

    // Only maps read formulas and numbers as such; for other kernels they are written into memory first.
    private Value Materialized(Value value) =>
        Aliases.Root(value).Operation is ConstantOperation or IotaOperation ? Written(value) : value;

    // Whole vectors are loaded past the last lane, which a caller's memory does not allow. Windows are those of the copy.
    private Value InMemory(Value value) =>
        _keepInputs || Aliases.Root(value).Operation is not InputOperation ? Materialized(value)
        : value.Operation is not UnfoldOperation ? Written(value)
        : Once(value, new Layout(-3), () => Add(value.Operation, new[] { InMemory(value.Operands[0]) }, value.Type, Layout.RowMajor, value.Label));

    // What takes its elements one after the other cannot take windows of a memory.
    private Value InOrder(Value value) => Aliases.IsView(value) ? Written(value) : value;

    private Value Written(Value value) =>
        Once(value, new Layout(-2), () => Add(
            new MapOperation(new Operand(0)), new[] { value }, value.Type with { Element = ElementKind.Float }, Layout.RowMajor, value.Label));

    private Value RowMajor(Value value) => Convert(value, Layout.RowMajor);

    private Value Convert(Value value, Layout layout) =>
        this[value].Equals(layout)
            ? value
            : Once(value, layout, () => Add(new RelayoutOperation(layout), new[] { InOrder(value) }, value.Type, layout, value.Label));

    private Value Once(Value value, Layout layout, System.Func<Value> create)
    {
        if (!_converted.TryGetValue((value, layout), out var converted))
        {
            _converted.Add((value, layout), converted = create());
        }

        return converted;
    }

    // A gradient is written straight into the gradient buffer, so it needs a kernel of its own and the parameter's layout; and the
    // first half of a program does not have that buffer.
    private Value Finish(GraphResult result, bool isOfFirstHalf)
    {
        var value = _byOriginal[result.Value];
        if (!result.IsOfParameter)
        {
            return InOrder(RowMajor(value));
        }

        value = Convert(value, _parameters[result.Name].Layout);
        var root = Aliases.Root(value);
        return Aliases.IsLeaf(root) || Aliases.IsView(value) || isOfFirstHalf || !_takenAsGradient.Add(root)
            ? Add(new MapOperation(new Operand(0)), new[] { value }, value.Type, this[value], value.Label)
            : value;
    }

    private Value Add(Operation operation, IEnumerable<Value> operands, TensorType type, Layout layout, string label)
    {
        var value = _target.Add(operation, operands.ToArray(), type, label);
        _layouts.Add(value, layout);
        return value;
    }
}
