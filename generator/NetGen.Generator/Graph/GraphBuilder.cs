using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Graph;

/// <summary>Adds operations to a graph and derives the type of each result.</summary>
internal sealed class GraphBuilder
{
    private readonly Dictionary<string, Value> _leaves = new(StringComparer.Ordinal);

    public GraphBuilder(ComputationGraph graph) => Graph = graph;

    public ComputationGraph Graph { get; }

    /// <summary>The label of the values added from now on.</summary>
    public string Label { get; set; } = "value";

    public Value Parameter(string name, Shape shape) =>
        Leaf("parameter " + name, new ParameterOperation(name), TensorType.Shared(shape), name);

    public Value Input(string name, InputRole role, TensorType type) =>
        Leaf($"input {role} {name}", new InputOperation(name, role), type, name);

    public Value Constant(double value, Shape shape) => Add(new ConstantOperation(value), TensorType.Shared(shape));

    public Value Iota(int axis, Shape shape) => Add(new IotaOperation(axis), TensorType.Shared(shape));

    public Value Random(RandomKind kind, int stream, double parameter, Shape shape) =>
        Add(new RandomOperation(kind, stream, parameter), TensorType.PerSample(shape));

    /// <summary>The sum of products, as <c>Contract("*i,oi-&gt;*o", x, w)</c>.</summary>
    public Value Contract(string specification, Value left, Value right, bool isDirect = false)
    {
        var comma = specification.IndexOf(',');
        var arrow = specification.IndexOf("->", StringComparison.Ordinal);
        var operation = new ContractOperation(
            specification.Substring(0, comma),
            specification.Substring(comma + 1, arrow - comma - 1),
            specification.Substring(arrow + 2))
        {
            IsDirect = isDirect,
        };
        return Add(operation, TypeRules.Contract(operation, left.Type, right.Type), left, right);
    }

    public Value Map(Expression expression, params Value[] operands) =>
        Map(expression, TypeRules.Broadcast(operands.Select(operand => operand.Type)), operands);

    /// <summary>A map whose operands are broadcast to a given type.</summary>
    public Value Map(Expression expression, TensorType type, params Value[] operands) =>
        Add(new MapOperation(expression), type, operands);

    public Value Reduce(Reduction reduction, Value operand, int axis) => Reduce(reduction, operand, Enumerable.Repeat(axis, 1));

    public Value Reduce(Reduction reduction, Value operand, IEnumerable<int> axes, bool overSamples = false)
    {
        var operation = new ReduceOperation(reduction, new EquatableArray<int>(axes.OrderBy(axis => axis)), overSamples);
        return Add(operation, TypeRules.Reduce(operation, operand.Type), operand);
    }

    public Value ArgMax(Value operand, int axis) =>
        Add(new ArgMaxOperation(axis), operand.Type with { Shape = operand.Shape.With(axis, 1) }, operand);

    public Value SparsemaxThreshold(Value operand) =>
        Add(new SparsemaxThresholdOperation(), operand.Type with { Shape = operand.Shape.With(operand.Shape.Rank - 1, 1) }, operand);

    public Value Reshape(Value operand, Shape shape) =>
        operand.Shape.Equals(shape) ? operand : Add(new ReshapeOperation(), operand.Type with { Shape = shape }, operand);

    public Value Transpose(Value operand, params int[] permutation) =>
        Add(
            new TransposeOperation(new EquatableArray<int>(permutation)),
            operand.Type with { Shape = new Shape(permutation.Select(axis => operand.Shape[axis])) },
            operand);

    public Value Slice(Value operand, int axis, int start, int length) =>
        Add(new SliceOperation(axis, start, length), operand.Type with { Shape = operand.Shape.With(axis, length) }, operand);

    public Value Pad(Value operand, int axis, int before, int after, double value = 0) =>
        Add(
            new PadOperation(axis, before, after, value),
            operand.Type with { Shape = operand.Shape.With(axis, before + operand.Shape[axis] + after) },
            operand);

    /// <summary>The windows of an axis as two axes, the windows and the elements of each.</summary>
    public Value Unfold(Value operand, int axis, Windows windows) =>
        Add(new UnfoldOperation(axis, windows.Normal), operand.Type with { Shape = operand.Shape.Unfolded(axis, windows) }, operand);

    /// <summary>The sum of what windows share, along one axis of a length.</summary>
    public Value Fold(Value operand, int axis, int length, Windows windows) =>
        Add(new FoldOperation(axis, length, windows.Normal), operand.Type with { Shape = operand.Shape.Folded(axis, length) }, operand);

    public Value Concat(int axis, params Value[] operands) =>
        Add(new ConcatOperation(axis), TypeRules.Concat(axis, operands.Select(operand => operand.Type).ToArray()), operands);

    /// <summary>The samples of each group side by side, as the last axis.</summary>
    public Value Group(Value operand, bool zeroRest) => Add(new GroupOperation(zeroRest), operand.Type.InGroups, operand);

    /// <summary>The samples of groups one after the other.</summary>
    public Value Ungroup(Value operand) => Add(new UngroupOperation(), operand.Type.OfEachSample, operand);

    public Value StopGradient(Value operand) => Add(new StopGradientOperation(), operand.Type, operand);

    public Value Add(Operation operation, TensorType type, params Value[] operands) =>
        Graph.Add(operation, operands, type, Label);

    // A parameter or an input is one value however often layers ask for it.
    private Value Leaf(string key, Operation operation, TensorType type, string label)
    {
        if (!_leaves.TryGetValue(key, out var value))
        {
            value = Graph.Add(operation, Array.Empty<Value>(), type, label);
            _leaves.Add(key, value);
        }

        return value;
    }
}
