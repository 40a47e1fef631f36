using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>
/// Orders the axes of values so that channels lie side by side where a convolution has enough of them to fill vectors: its weight
/// then gives whole vectors, of any stride and dilation, and what comes behind it (activation, normalisation, pooling, the next
/// convolution, their gradients) keeps the order. Outside nothing changes: values are turned back where their order shows, as in
/// <c>Flatten</c> and results.
/// </summary>
internal sealed class ChannelsLast
{
    // Fewer channels leave vectors half empty, and rows of an image fill them better.
    private const int FewestChannels = 8;

    private readonly OrderedValues _values;
    private readonly HashSet<Value> _data = new();

    private ChannelsLast(ComputationGraph target) => _values = new OrderedValues(target);

    public static ComputationGraph Run(ComputationGraph graph)
    {
        var target = new ComputationGraph();
        var pass = new ChannelsLast(target);
        foreach (var value in graph.Values)
        {
            if (value.Operation is InputOperation or RandomOperation || value.Operands.Any(pass._data.Contains))
            {
                pass._data.Add(value);
            }

            pass._values.Add(value, value.Operation is ContractOperation contract ? pass.Contract(value, contract) : OrderRules.Of(value, pass._values));
        }

        foreach (var result in graph.Results)
        {
            target.AddResult(result.Name, result.Role, pass._values.Canonical(result.Value));
        }

        return target;
    }

    private OrderedValue Contract(Value value, ContractOperation contract)
    {
        var order = ResultOrder(value, contract);
        var (left, right) = (Operand(value, 0, contract, order), Operand(value, 1, contract, order));
        var operation = contract with
        {
            Left = Reordered(contract.Left, left.Order),
            Right = Reordered(contract.Right, right.Order),
            Result = Reordered(contract.Result, order),
        };
        return _values.Make(operation, value, order, left.Value, right.Value);
    }

    // The channels that come from the weight last, where there are enough.
    private AxisOrder ResultOrder(Value value, ContractOperation contract)
    {
        var identity = AxisOrder.Identity(value.Shape.Rank);
        if (!HasWeight(value) || value.Type.Grouped)
        {
            return identity;
        }

        var weight = _data.Contains(value.Operands[0]) ? contract.Right : contract.Left;
        var data = _data.Contains(value.Operands[0]) ? contract.Left : contract.Right;
        var axes = contract.Result.TrimStart(TypeRules.SampleLabel);
        var channels = Enumerable.Range(0, axes.Length).Where(axis => weight.Contains(axes[axis]) && !data.Contains(axes[axis])).ToArray();
        return channels.Contains(axes.Length - 1) || channels.Length == 0 || value.Shape[channels[0]] < FewestChannels ? identity : identity.WithLast(channels[0]);
    }

    // Where the result's last axis comes from the data, it lies side by side there.
    private (Value Value, AxisOrder Order) Operand(Value value, int place, ContractOperation contract, AxisOrder result)
    {
        var operand = value.Operands[place];
        var axes = contract.Result.TrimStart(TypeRules.SampleLabel);
        var labels = (place == 0 ? contract.Left : contract.Right).TrimStart(TypeRules.SampleLabel);
        var lane = axes.Length == 0 ? -1 : labels.IndexOf(axes[result[axes.Length - 1]]);
        var found = _values[operand];
        return lane >= 0 && HasWeight(value) && _data.Contains(operand) && !IsLast(found, lane)
            ? (_values.Canonical(operand), AxisOrder.Identity(operand.Shape.Rank))
            : (found.Value, found.Order);
    }

    // Both operands depend on the data where a gradient of a weight is summed, in the order of the weight.
    private bool HasWeight(Value contraction) => _data.Contains(contraction.Operands[0]) != _data.Contains(contraction.Operands[1]);

    private static bool IsLast(OrderedValue value, int axis) => Aliases.Strides(value.Value)[value.Order.IndexOf(axis)] == 1;

    private static string Reordered(string labels, AxisOrder order)
    {
        var axes = labels.TrimStart(TypeRules.SampleLabel);
        return labels.Substring(0, labels.Length - axes.Length) + new string(order.Axes.Select(axis => axes[axis]).ToArray());
    }
}
