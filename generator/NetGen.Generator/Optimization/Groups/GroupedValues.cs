using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Optimization;

/// <summary>What stands for the values of a graph in a new one: with their samples one after the other, in groups, or both where both are asked for.</summary>
internal sealed class GroupedValues
{
    private readonly Dictionary<Value, Value> _ofEachSample = new();
    private readonly Dictionary<Value, Value> _inGroups = new();
    private readonly HashSet<Value> _kept = new();
    private readonly HashSet<Value> _gradients;
    private readonly HashSet<Value> _ofNumbers;

    public GroupedValues(ComputationGraph graph, ComputationGraph target)
    {
        Builder = new GraphBuilder(target);
        _gradients = Gradients(graph);
        _ofNumbers = OfNumbers(graph);
    }

    public GraphBuilder Builder { get; }

    /// <summary>Which values are zero in the lanes that have no sample.</summary>
    public ZeroRest ZeroRest { get; } = new();

    public void Add(Value value, Value ofEachSample) => _ofEachSample.Add(value, ofEachSample);

    public void AddGrouped(Value value, Value grouped)
    {
        _inGroups[value] = grouped;
        _kept.Add(value);
    }

    /// <summary>Whether a value is computed in groups.</summary>
    public bool IsGrouped(Value value) => _kept.Contains(value);

    /// <summary>A value with its samples one after the other.</summary>
    public Value OfEachSample(Value value)
    {
        if (!_ofEachSample.TryGetValue(value, out var found))
        {
            var operands = IsCheapAgain(value) ? value.Operands.Select(OfEachSample).ToArray() : System.Array.Empty<Value>();
            Builder.Label = value.Label;
            found = operands.Length > 0 ? Builder.Add(value.Operation, value.Type, operands) : Builder.Ungroup(_inGroups[value]);
            _ofEachSample.Add(value, found);
        }

        return found;
    }

    /// <summary>A value with its samples in groups; what has no samples gets an axis of one element behind its own.</summary>
    public Value InGroups(Value value)
    {
        if (!value.Batched)
        {
            return Spread(value);
        }

        if (!_inGroups.TryGetValue(value, out var found))
        {
            found = IsCheapAgain(value) ? Grouped(value) : Group(value);
            _inGroups.Add(value, found);
        }

        return found;
    }

    /// <summary>An operation that works sample by sample, on operands in groups.</summary>
    public Value Grouped(Value value)
    {
        var operands = value.Operands.Select(InGroups).ToArray();
        var operation = value.Operation is TransposeOperation transpose
            ? new TransposeOperation(new EquatableArray<int>(transpose.Permutation.Append(value.Shape.Rank)))
            : value.Operation;
        Builder.Label = value.Label;
        return Builder.Add(operation, value.Type.InGroups, operands);
    }

    // Windows, padding and shapes are taken of what is there in the other form, so that no element is moved more than once, and what is computed of single numbers is computed of them.
    private bool IsCheapAgain(Value value) => value.Operation is UnfoldOperation or PadOperation or ReshapeOperation or SliceOperation || (_ofNumbers.Contains(value) && value.Operation is not InputOperation);

    private Value Group(Value value)
    {
        var ofEachSample = OfEachSample(value);
        Builder.Label = value.Label;
        return Builder.Group(ofEachSample, zeroRest: _gradients.Contains(value));
    }

    private Value Spread(Value value)
    {
        var found = _ofEachSample[value];
        if (value.Shape.Count == 1)
        {
            return found;
        }

        var type = value.Type with { Shape = new Shape(value.Shape.Sizes.Append(1)) };
        Builder.Label = value.Label;
        return found.Operation is ConstantOperation or IotaOperation ? Builder.Add(found.Operation, type) : Builder.Reshape(found, type.Shape);
    }

    // What is computed of single numbers of each sample that are given, as the target and its weight.
    private static HashSet<Value> OfNumbers(ComputationGraph graph)
    {
        var found = new HashSet<Value>();
        foreach (var value in graph.Values)
        {
            if (value.Batched && ((value.Operation is InputOperation && value.Shape.Count == 1) || (value.Operation is MapOperation or ReshapeOperation or ReduceOperation { OverSamples: false } && value.Operands.All(operand => !operand.Batched || found.Contains(operand)))))
            {
                found.Add(value);
            }
        }

        return found;
    }

    // What depends on the weights of the samples or on the gradients that a caller hands in: zero where there is no sample.
    private static HashSet<Value> Gradients(ComputationGraph graph)
    {
        var found = new HashSet<Value>();
        foreach (var value in graph.Values)
        {
            if (value.Operation is InputOperation { Role: InputRole.SampleScale or InputRole.OutputGradient } || value.Operands.Any(found.Contains))
            {
                found.Add(value);
            }
        }

        return found;
    }
}
