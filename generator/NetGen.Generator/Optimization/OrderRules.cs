using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Optimization;

/// <summary>How each operation takes operands whose axes lie in another order, and in which order it gives its result.</summary>
internal static class OrderRules
{
    /// <summary>What stands for a value, given what stands for its operands.</summary>
    public static OrderedValue Of(Value value, OrderedValues values)
    {
        var first = value.Operands.Count > 0 ? values[value.Operands[0]] : null;
        switch (value.Operation)
        {
            case MapOperation:
                return Map(value, values);
            case ReshapeOperation:
                return Reshape(value, first!, values);
            case ReduceOperation reduce:
                var axes = reduce.Axes.Select(first!.Order.IndexOf).OrderBy(axis => axis);
                return values.Make(reduce with { Axes = new EquatableArray<int>(axes) }, value, first.Order, first.Value);
            case ArgMaxOperation argMax:
                return values.Make(new ArgMaxOperation(first!.Order.IndexOf(argMax.Axis)), value, first.Order, first.Value);
            case SliceOperation slice:
                return values.Make(slice with { Axis = first!.Order.IndexOf(slice.Axis) }, value, first.Order, first.Value);
            case PadOperation pad:
                return values.Make(pad with { Axis = first!.Order.IndexOf(pad.Axis) }, value, first.Order, first.Value);
            case UnfoldOperation unfold:
                return values.Make(unfold with { Axis = first!.Order.IndexOf(unfold.Axis) }, value, first.Order.Split(unfold.Axis), first.Value);
            case FoldOperation fold when first!.Order.IndexOf(fold.Axis + 1) == first.Order.IndexOf(fold.Axis) + 1:
                return values.Make(fold with { Axis = first.Order.IndexOf(fold.Axis) }, value, first.Order.Join(fold.Axis), first.Value);
            case ConcatOperation concat:
                var order = Common(value.Operands, values, value.Shape.Rank);
                return values.Make(
                    new ConcatOperation(order.IndexOf(concat.Axis)), value, order, value.Operands.Select(operand => values.In(operand, order)).ToArray());
            default:
                return values.Make(value.Operation, value, AxisOrder.Identity(value.Shape.Rank), value.Operands.Select(values.Canonical).ToArray());
        }
    }

    private static OrderedValue Map(Value value, OrderedValues values)
    {
        var rank = value.Shape.Rank;
        var whole = value.Operands.Where(operand => operand.Shape.Rank == rank).OrderByDescending(operand => operand.Shape.Count);
        var order = Common(whole, values, rank);
        return values.Make(value.Operation, value, order, value.Operands.Select(operand => values.Broadcast(operand, rank, order)).ToArray());
    }

    // The first order that is not the declared one.
    private static AxisOrder Common(IEnumerable<Value> operands, OrderedValues values, int rank) =>
        operands.Select(operand => values[operand].Order).FirstOrDefault(order => !order.IsIdentity) ?? AxisOrder.Identity(rank);

    private static OrderedValue Reshape(Value value, OrderedValue operand, OrderedValues values)
    {
        var order = operand.Order.IsIdentity ? AxisOrder.Identity(value.Shape.Rank) : ReshapedOrder.Of(value.Operands[0].Shape, operand.Order, value.Shape);
        return order is null
            ? values.Make(value.Operation, value, AxisOrder.Identity(value.Shape.Rank), values.Canonical(value.Operands[0]))
            : values.Make(value.Operation, value, order, operand.Value);
    }
}
