using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Convolution;

/// <summary>
/// The transpose of a convolution, as its gradient with respect to the input: every value is multiplied by the kernel and added at
/// its place, y[o, p·stride + k·dilation − padding] += Σ_c x[c, p] · W[c, o, k].
/// </summary>
internal sealed class ConvTranspose2DLayer : ConvolutionLayer
{
    protected override int Axes => 2;

    public override Value Lower(LayerScope scope)
    {
        ImageShape.Require(scope, Axes);
        var x = scope.Input;
        var filters = scope.Positive("filters");
        var axes = WindowArguments.Read(scope, x.Shape.Sizes.Skip(1).ToArray());
        var more = WindowArguments.Each(scope, "OutputPadding", Axes, 0, 0);
        var groups = Groups(scope, filters);
        var lengths = axes.Select((axis, i) => Length(scope, axis, more[i], i)).ToArray();
        var weight = Weight(scope, groups, x.Shape[0], filters / groups, axes);

        var group = GroupLabel(groups);
        var sample = x.Batched ? "*" : string.Empty;
        var y = scope.Graph.Contract($"{sample}{group}c{Positions},{group}co{Kernel}->{sample}{group}o{Unfolded}", Grouped(scope, x, groups), weight, IsDirect(scope, axes, groups));
        for (var i = axes.Count - 1; i >= 0; i--)
        {
            y = Fold(scope, y, group.Length + 1 + (2 * i), axes[i], lengths[i]);
        }

        return Biased(scope, Ungrouped(scope, y, groups), axes.Aggregate((double)filters / groups, (product, axis) => product * axis.Kernel));
    }

    // The windows of all values, less the padding, and with what is asked for behind them.
    private static int Length(LayerScope scope, WindowAxis axis, int more, int place)
    {
        if (more >= System.Math.Max(axis.Stride, axis.Dilation))
        {
            var argument = scope.Has("OutputPaddings") ? "OutputPaddings" : "OutputPadding";
            throw scope.ElementError(
                DiagnosticIds.ArgumentOutOfRange, argument, argument == "OutputPaddings" ? place : -1, scope.Describe(argument), "less than the stride or the dilation", more);
        }

        var covered = ((axis.Length - 1L) * axis.Stride) + axis.Extent;
        var length = covered - axis.Before - axis.After + more;
        return covered + more > Shape.MaximumCount ? throw scope.TooLarge(scope.Input.Shape, place + 1, covered + more)
            : length > 0 ? (int)length
            : throw scope.Error(DiagnosticIds.ArgumentOutOfRange, scope.Has("Paddings") ? "Paddings" : "Padding", scope.Describe("Padding"), "less than what the windows cover", axis.Before);
    }

    private static Value Fold(LayerScope scope, Value y, int place, WindowAxis axis, int length)
    {
        var windows = new Windows(axis.Length, axis.Kernel, axis.Stride, axis.Dilation, 0);
        var whole = (int)System.Math.Max(windows.Highest + 1, axis.Before + length);
        return scope.Graph.Slice(scope.Graph.Fold(y, place, whole, windows), place, axis.Before, length);
    }
}
