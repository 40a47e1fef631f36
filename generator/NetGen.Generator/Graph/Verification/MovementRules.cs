using System.Linq;
using static NetGen.Generator.Graph.GraphVerifier;

namespace NetGen.Generator.Graph;

/// <summary>What the operations ask that only move elements of one operand, or add up what comes to the same place.</summary>
internal static class MovementRules
{
    public static void Verify(Value value)
    {
        OperationRules.RequireOperands(value, 1);
        if (value.Operation is GroupOperation or UngroupOperation)
        {
            GroupRules.Verify(value);
            return;
        }

        var type = value.Operands[0].Type;
        var moved = value.Operation switch
        {
            ReshapeOperation => Reshaped(value, type.Shape),
            TransposeOperation transpose => Transposed(value, transpose, type.Shape),
            SliceOperation slice => Sliced(value, slice, type.Shape),
            PadOperation pad => Padded(value, pad, type.Shape),
            UnfoldOperation unfold => Unfolded(value, unfold, type.Shape),
            FoldOperation fold => Folded(value, fold, type.Shape),
            StopGradientOperation => type.Shape,
            RelayoutOperation relayout => Relaid(value, relayout, type.Shape),
            _ => throw new InvalidGraphException($"{value}: has no rule."),
        };
        OperationRules.RequireType(value, type with { Shape = moved });
    }

    private static Shape Reshaped(Value value, Shape shape)
    {
        Require(value.Shape.Count == shape.Count, value, $"has another number of elements than {shape}");
        return value.Shape;
    }

    private static Shape Transposed(Value value, TransposeOperation transpose, Shape shape)
    {
        Require(
            transpose.Permutation.OrderBy(axis => axis).SequenceEqual(Enumerable.Range(0, shape.Rank)),
            value,
            $"[{string.Join(", ", transpose.Permutation)}] is no permutation of the axes of {shape}");
        return new Shape(transpose.Permutation.Select(axis => shape[axis]));
    }

    private static Shape Sliced(Value value, SliceOperation slice, Shape shape)
    {
        OperationRules.RequireAxis(value, slice.Axis, shape);
        Require(
            slice.Start >= 0 && slice.Length > 0 && slice.Length <= shape[slice.Axis] - slice.Start,
            value,
            $"{slice.Length} from {slice.Start} on leaves axis {slice.Axis} of {shape}");
        return shape.With(slice.Axis, slice.Length);
    }

    private static Shape Padded(Value value, PadOperation pad, Shape shape)
    {
        OperationRules.RequireAxis(value, pad.Axis, shape);
        var size = (long)pad.Before + shape[pad.Axis] + pad.After;
        Require(pad.Before >= 0 && pad.After >= 0 && size <= int.MaxValue, value, $"cannot pad by {pad.Before} and {pad.After}");
        return shape.With(pad.Axis, (int)size);
    }

    private static Shape Unfolded(Value value, UnfoldOperation unfold, Shape shape)
    {
        OperationRules.RequireAxis(value, unfold.Axis, shape);
        var isClipped = unfold.Clips && unfold.Windows is { Count: > 0, Size: > 0, Stride: > 0, Dilation: 1 or -1 };
        Require(isClipped || unfold.Windows.FitInto(shape[unfold.Axis]), value, $"{unfold.Windows} does not fit into axis {unfold.Axis} of {shape}");
        return shape.Unfolded(unfold.Axis, unfold.Windows);
    }

    private static Shape Folded(Value value, FoldOperation fold, Shape shape)
    {
        OperationRules.RequireAxis(value, fold.Axis, shape);
        OperationRules.RequireAxis(value, fold.Axis + 1, shape);
        OperationRules.RequireFloat(value, value.Operands[0]);
        Require(
            fold.Windows.FitInto(fold.Length) && shape[fold.Axis] == fold.Windows.Count && shape[fold.Axis + 1] == fold.Windows.Size,
            value,
            $"axes {fold.Axis} and {fold.Axis + 1} of {shape} are not {fold.Windows} of {fold.Length} elements");
        return shape.Folded(fold.Axis, fold.Length);
    }

    private static Shape Relaid(Value value, RelayoutOperation relayout, Shape shape)
    {
        Require(
            relayout.Layout.LaneAxis >= Layout.RowMajor.LaneAxis && relayout.Layout.LaneAxis < shape.Rank,
            value,
            $"lane axis {relayout.Layout.LaneAxis} is not one of {shape}");
        return shape;
    }
}
