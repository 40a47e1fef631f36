using System;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>Changes one axis of a value, which stays one axis, beneath the windows and the zeros around its other axes, which stay views of what is changed.</summary>
internal static class ViewEdits
{
    /// <summary>
    /// Applies a change to an axis where it begins: beneath all windows and zeros around other axes. Other numbers around them would
    /// stand beside the zeros that a change may add.
    /// </summary>
    /// <param name="builder">The graph.</param>
    /// <param name="value">The value.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="change">Makes the changed value of one and the axis there.</param>
    public static Value Beneath(GraphBuilder builder, Value value, int axis, Func<Value, int, Value> change)
    {
        switch (value.Operation)
        {
            case UnfoldOperation unfold when axis < unfold.Axis:
                return builder.Unfold(Beneath(builder, value.Operands[0], axis, change), unfold.Axis, unfold.Windows);
            case UnfoldOperation unfold when axis > unfold.Axis + 1:
                return builder.Unfold(Beneath(builder, value.Operands[0], axis - 1, change), unfold.Axis, unfold.Windows);
            case PadOperation { Value: 0 } pad when axis != pad.Axis:
                return builder.Pad(Beneath(builder, value.Operands[0], axis, change), pad.Axis, pad.Before, pad.After, pad.Value);
            default:
                return change(value, axis);
        }
    }

    /// <summary>Whether an axis is one of windows, of which a part is as good a view as all of them.</summary>
    public static bool IsWindowAxis(Value value, int axis) => value.Operation switch
    {
        UnfoldOperation unfold when axis == unfold.Axis => true,
        UnfoldOperation unfold when axis != unfold.Axis + 1 => IsWindowAxis(value.Operands[0], axis < unfold.Axis ? axis : axis - 1),
        PadOperation { Value: 0 } pad when axis != pad.Axis => IsWindowAxis(value.Operands[0], axis),
        _ => false,
    };

    /// <summary>A range of an axis: fewer windows, over less padding.</summary>
    public static Value Slice(GraphBuilder builder, Value value, int axis, int start, int length) => Beneath(builder, value, axis, (x, place) => x.Operation switch
    {
        UnfoldOperation unfold when unfold.Axis == place => Windows(builder, x.Operands[0], place, unfold.Windows with
        {
            Count = length,
            Start = unfold.Windows.Start + (start * unfold.Windows.Stride),
        }),
        PadOperation pad when pad.Axis == place => Padded(builder, x.Operands[0], pad, start, length),
        _ => length == x.Shape[place] ? x : builder.Slice(x, place, start, length),
    });

    // The windows of no more than they reach.
    private static Value Windows(GraphBuilder builder, Value value, int axis, Windows windows)
    {
        var (lowest, highest) = ((int)windows.Lowest, (int)windows.Highest);
        var reached = Slice(builder, value, axis, lowest, highest - lowest + 1);
        return builder.Unfold(reached, axis, windows with { Start = windows.Start - lowest });
    }

    // A range that lies in the padding alone is a range of it: a value without elements has no shape.
    private static Value Padded(GraphBuilder builder, Value value, PadOperation pad, int start, int length)
    {
        var size = value.Shape[pad.Axis];
        var (first, end) = (Math.Max(0, start - pad.Before), Math.Min(size, start + length - pad.Before));
        if (end <= first)
        {
            return builder.Slice(builder.Pad(value, pad.Axis, pad.Before, pad.After, pad.Value), pad.Axis, start, length);
        }

        var inside = Slice(builder, value, pad.Axis, first, end - first);
        var (before, after) = (Math.Max(0, pad.Before - start), Math.Max(0, start + length - pad.Before - size));
        return before + after == 0 ? inside : builder.Pad(inside, pad.Axis, before, after, pad.Value);
    }
}
