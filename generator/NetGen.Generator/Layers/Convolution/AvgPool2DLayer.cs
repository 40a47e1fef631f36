using System.Collections.Generic;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Convolution;

/// <summary>The mean of each window, over all its values or, with <c>CountPadding = false</c>, over those that lie in the image.</summary>
internal sealed class AvgPool2DLayer : PoolingLayer
{
    protected override double Padding => 0;

    protected override Value Pool(LayerScope scope, Value windows, IReadOnlyList<WindowAxis> axes)
    {
        var sum = scope.Graph.Reduce(Reduction.Sum, windows, new[] { 2, 4 });
        var isPadded = axes[0].Before > 0 || axes[1].Before > 0;
        if (!isPadded)
        {
            scope.MarkUseless("CountPadding", "there is no padding");
        }

        if (!isPadded || scope.Flag("CountPadding", true))
        {
            return scope.Graph.Map(X(0) / ((double)axes[0].Kernel * axes[1].Kernel), sum);
        }

        var rows = scope.Graph.Iota(0, new Shape(axes[0].Windows.Count, 1, 1, 1));
        var columns = scope.Graph.Iota(0, new Shape(axes[1].Windows.Count, 1));
        return scope.Graph.Map(X(0) / (Counted(X(1), axes[0]) * Counted(X(2), axes[1])), sum, rows, columns);
    }

    // How many values of window i lie in the image.
    private static Expression Counted(Expression window, WindowAxis axis)
    {
        var first = (window * axis.Stride) - axis.Before;
        return Min(first + axis.Kernel, axis.Length) - Max(first, 0);
    }
}
