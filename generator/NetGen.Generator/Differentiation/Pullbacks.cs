using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Differentiation;

/// <summary>The rule of each primitive: from the gradient of its result to the gradient of one operand.</summary>
internal static class Pullbacks
{
    /// <summary>The gradient of an operand, of the operand's type, or null where none passes.</summary>
    public static Value? Of(GraphBuilder builder, Value value, int operand, Value upstream)
    {
        var x = value.Operands[operand];
        return value.Operation switch
        {
            MapOperation => MapPullback.Of(builder, value, operand, upstream),
            ContractOperation contract => Contract(builder, contract, value, operand, upstream),
            ReduceOperation reduce => Reduce(builder, reduce, x, upstream),
            ReshapeOperation => builder.Reshape(upstream, x.Shape),
            TransposeOperation transpose => builder.Transpose(upstream, Inverse(transpose)),
            SliceOperation slice => builder.Pad(
                upstream, slice.Axis, slice.Start, x.Shape[slice.Axis] - slice.Start - slice.Length),
            PadOperation pad => builder.Slice(upstream, pad.Axis, pad.Before, x.Shape[pad.Axis]),
            UnfoldOperation unfold => builder.Fold(upstream, unfold.Axis, x.Shape[unfold.Axis], unfold.Windows),
            FoldOperation fold => builder.Unfold(upstream, fold.Axis, fold.Windows),
            ConcatOperation concat => builder.Slice(
                upstream,
                concat.Axis,
                value.Operands.Take(operand).Sum(before => before.Shape[concat.Axis]),
                x.Shape[concat.Axis]),
            SparsemaxThresholdOperation => SparsemaxThreshold(builder, value, x, upstream),
            RelayoutOperation => upstream,
            StopGradientOperation or ArgMaxOperation => null,
            _ => throw new InvalidGraphException($"No gradient rule for {value.Operation.GetType().Name}."),
        };
    }

    // y = Σ a·b, so ∂L/∂a = Σ ∂L/∂y · b over the axes that a does not have; likewise for b.
    private static Value Contract(GraphBuilder builder, ContractOperation contract, Value value, int operand, Value upstream)
    {
        var (own, other) = operand == 0 ? (contract.Left, contract.Right) : (contract.Right, contract.Left);
        return builder.Contract($"{contract.Result},{other}->{own}", upstream, value.Operands[1 - operand], contract.IsDirect);
    }

    private static Value Reduce(GraphBuilder builder, ReduceOperation reduce, Value x, Value upstream)
    {
        if (reduce.Reduction == Reduction.Sum)
        {
            return builder.Map(new Operand(0), x.Type, upstream);
        }

        if (reduce.OverSamples || reduce.Axes.Count != 1)
        {
            throw new InvalidGraphException("The gradient of a maximum is defined along one axis of a sample.");
        }

        // The whole gradient goes to the first of the greatest elements.
        var axis = reduce.Axes[0];
        var takesAll = new Select(new Compare(Comparison.Equal, new Operand(0), new Operand(1)), new Operand(2), 0);
        return builder.Map(takesAll, x.Type, builder.Iota(axis, x.Shape), builder.ArgMax(x, axis), upstream);
    }

    // τ = (Σ_{j∈S} x_j − 1) / |S| with the support S = {j : x_j > τ}, so ∂τ/∂x_j = 1/|S| on the support and 0 elsewhere.
    private static Value SparsemaxThreshold(GraphBuilder builder, Value threshold, Value x, Value upstream)
    {
        var inSupport = builder.Map(new Select(new Compare(Comparison.Greater, new Operand(0), new Operand(1)), 1, 0), x, threshold);
        var size = builder.Reduce(Reduction.Sum, inSupport, x.Shape.Rank - 1);
        return builder.Map(new Operand(0) * new Operand(1) / new Operand(2), inSupport, upstream, size);
    }

    private static int[] Inverse(TransposeOperation transpose) =>
        Enumerable.Range(0, transpose.Permutation.Count).Select(axis => transpose.Permutation.ToList().IndexOf(axis)).ToArray();
}
