using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>What stands for the values of a graph in a new one, each with its axes in some order, and in other orders where these are asked for.</summary>
internal sealed class OrderedValues
{
    private readonly Dictionary<Value, OrderedValue> _found = new();
    private readonly Dictionary<(Value, AxisOrder), Value> _reordered = new();
    private readonly ComputationGraph _target;

    public OrderedValues(ComputationGraph target) => _target = target;

    /// <summary>What stands for a value.</summary>
    public OrderedValue this[Value value] => _found[value];

    public void Add(Value value, OrderedValue ordered) => _found.Add(value, ordered);

    /// <summary>Makes what stands for a value.</summary>
    public OrderedValue Make(Operation operation, Value value, AxisOrder order, params Value[] operands) =>
        new(_target.Add(operation, operands, value.Type with { Shape = order.Apply(value.Shape) }, value.Label), order);

    /// <summary>A value with its axes as declared.</summary>
    public Value Canonical(Value value) => In(value, AxisOrder.Identity(value.Shape.Rank));

    /// <summary>A value with its axes in an order.</summary>
    public Value In(Value value, AxisOrder order)
    {
        var found = _found[value];
        if (found.Order.Equals(order))
        {
            return found.Value;
        }

        if (!_reordered.TryGetValue((value, order), out var reordered))
        {
            // Windows and padding are those of the reordered value, so that no element is moved more than once.
            reordered = order.IsIdentity && value.Operation is UnfoldOperation or PadOperation
                ? Make(value.Operation, value, order, Canonical(value.Operands[0])).Value
                : Reordered(found, value, order);
            _reordered.Add((value, order), reordered);
        }

        return reordered;
    }

    private Value Reordered(OrderedValue found, Value value, AxisOrder order)
    {
        var type = value.Type with { Shape = order.Apply(value.Shape) };
        switch (found.Value.Operation)
        {
            case ConstantOperation constant:
                return _target.Add(constant, Array.Empty<Value>(), type, value.Label);
            case IotaOperation iota:
                return _target.Add(new IotaOperation(order.IndexOf(found.Order[iota.Axis])), Array.Empty<Value>(), type, value.Label);
        }

        // Axes of one element may stand anywhere.
        var ownLong = found.Order.Axes.Where(axis => value.Shape[axis] > 1);
        if (ownLong.SequenceEqual(order.Axes.Where(axis => value.Shape[axis] > 1)))
        {
            return _target.Add(new ReshapeOperation(), new[] { found.Value }, type, value.Label);
        }

        var permutation = order.Axes.Select(found.Order.IndexOf).ToArray();
        return _target.Add(new TransposeOperation(new Infrastructure.EquatableArray<int>(permutation)), new[] { found.Value }, type, value.Label);
    }

    /// <summary>An operand of a map with as many axes as the map, in an order.</summary>
    public Value Broadcast(Value operand, int rank, AxisOrder order)
    {
        var missing = rank - operand.Shape.Rank;
        if (operand.Shape.Count == 1 || order.IsIdentity)
        {
            return Canonical(operand);
        }

        if (missing == 0)
        {
            return In(operand, order);
        }

        var whole = new Shape(Enumerable.Repeat(1, missing).Concat(operand.Shape.Sizes));
        var type = operand.Type with { Shape = whole };
        var canonical = Canonical(operand);
        Value aligned = canonical.Operation is IotaOperation iota
            ? _target.Add(new IotaOperation(iota.Axis + missing), Array.Empty<Value>(), type, operand.Label)
            : canonical.Operation is ConstantOperation constant
                ? _target.Add(constant, Array.Empty<Value>(), type, operand.Label)
                : _target.Add(new ReshapeOperation(), new[] { canonical }, type, operand.Label);
        return Reordered(new OrderedValue(aligned, AxisOrder.Identity(rank)), aligned, order);
    }
}
