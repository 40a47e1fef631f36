using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Convolution;

/// <summary>
/// What convolutions share: groups of channels, the weight, the bias. A convolution is the contraction of the windows of its input
/// with its weight, over channels and window; the transposed one contracts first and adds up the windows.
/// </summary>
internal abstract class ConvolutionLayer : Layer
{
    /// <summary>The labels of the windows along each axis, and of the elements within a window.</summary>
    protected const string WindowLabels = "pq";

    protected const string KernelLabels = "uv";

    /// <summary>How many axes there are behind the channels.</summary>
    protected abstract int Axes { get; }

    /// <summary>The labels of some axes and of the windows along each, in the order in which unfolding leaves them.</summary>
    protected string Unfolded => string.Concat(Enumerable.Range(2 - Axes, Axes).Select(i => $"{WindowLabels[i]}{KernelLabels[i]}"));

    protected string Positions => WindowLabels.Substring(2 - Axes);

    protected string Kernel => KernelLabels.Substring(2 - Axes);

    /// <summary>How many groups the channels are in.</summary>
    protected static int Groups(LayerScope scope, int filters)
    {
        var channels = scope.Input.Shape[0];
        var depthwise = scope.Flag("Depthwise");
        if (depthwise)
        {
            scope.MarkUseless("Groups", "every channel is a group of its own");
        }

        var groups = depthwise ? channels : scope.Positive("Groups", 1);
        return channels % groups == 0 && filters % groups == 0
            ? groups
            : throw scope.Error(
                DiagnosticIds.GroupsDoNotDivide, depthwise ? "filters" : "Groups", groups, scope.Describe(), channels, scope.Inputs[0].Describe(), scope.Input.Shape, filters);
    }

    /// <summary>The label of the axis of groups; none where there is one group.</summary>
    protected static string GroupLabel(int groups) => groups > 1 ? "g" : string.Empty;

    /// <summary>A value whose first axis is divided into groups; itself where there is one group.</summary>
    protected static Value Grouped(LayerScope scope, Value x, int groups) =>
        groups == 1 ? x : scope.Graph.Reshape(x, new Shape(new[] { groups, x.Shape[0] / groups }.Concat(x.Shape.Sizes.Skip(1))));

    /// <summary>The filters of all groups as one axis.</summary>
    protected static Value Ungrouped(LayerScope scope, Value y, int groups) =>
        groups == 1 ? y : scope.Graph.Reshape(y, new Shape(new[] { groups * y.Shape[1] }.Concat(y.Shape.Sizes.Skip(2))));

    /// <summary>The weight, of which a first axis is that of the groups where there are several.</summary>
    /// <param name="scope">The layer.</param>
    /// <param name="groups">How many groups there are.</param>
    /// <param name="outer">The first axis of the weight.</param>
    /// <param name="inner">The second, for one group.</param>
    /// <param name="axes">The axes of a window.</param>
    protected static Value Weight(LayerScope scope, int groups, int outer, int inner, IReadOnlyList<WindowAxis> axes)
    {
        var shape = new Shape(new[] { outer, inner }.Concat(axes.Select(axis => axis.Kernel)));
        var window = axes.Aggregate(1.0, (product, axis) => product * axis.Kernel);
        var initializer = scope.Initializer("WeightInit", Fan(inner * window), Fan(outer * window));
        var weight = scope.Parameter("weight", shape, initializer, regularized: true);
        return Grouped(scope, weight, groups);
    }

    /// <summary>Whether the layer is to be summed as it stands although a form with fewer products may exist.</summary>
    protected static bool IsDirect(LayerScope scope, IReadOnlyList<WindowAxis> axes, int groups)
    {
        if (groups > 1 || axes.Any(axis => axis.Kernel != 3 || axis.Stride != 1 || axis.Dilation != 1))
        {
            scope.MarkUseless("Winograd", "only 3×3 windows one step apart, of one group, have that form");
        }

        return !scope.Flag("Winograd", true);
    }

    /// <summary>Adds a number to every channel.</summary>
    protected static Value Biased(LayerScope scope, Value y, double fanIn)
    {
        if (!scope.Flag("Bias", true))
        {
            scope.MarkUseless("BiasInit", "the layer has no bias");
            scope.MarkUseless("BiasInitValue", "the layer has no bias");
            return y;
        }

        var filters = y.Shape[0];
        var bias = scope.Parameter("bias", new Shape(filters), scope.Initializer("BiasInit", Fan(fanIn), filters), regularized: false);
        var channels = new Shape(new[] { filters }.Concat(Enumerable.Repeat(1, y.Shape.Rank - 1)));
        return scope.Graph.Map(new Operand(0) + new Operand(1), y, scope.Graph.Reshape(bias, channels));
    }

    private static int Fan(double count) => (int)Math.Min(int.MaxValue, count);
}
