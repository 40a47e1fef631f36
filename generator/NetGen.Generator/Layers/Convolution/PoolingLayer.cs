using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Convolution;

/// <summary>A number for each window of each channel of an image.</summary>
internal abstract class PoolingLayer : Layer
{
    private const int Axes = 2;

    public sealed override Value Lower(LayerScope scope)
    {
        ImageShape.Require(scope, Axes);
        var axes = WindowArguments.Read(scope, scope.Input.Shape.Sizes.Skip(1).ToArray(), strideIsKernel: true);
        WindowArguments.CheckExtents(scope, axes, DiagnosticIds.NothingLeft);
        foreach (var axis in axes.Where(axis => axis.Before > axis.Kernel / 2))
        {
            var argument = scope.Has("Paddings") ? "Paddings" : "Padding";
            throw scope.Error(DiagnosticIds.ArgumentOutOfRange, argument, scope.Describe(argument), $"at most half the window ({axis.Kernel / 2})", axis.Before);
        }

        var windows = WindowArguments.Unfold(scope, scope.Input, 1, axes, Padding);
        var pooled = Pool(scope, windows, axes);
        return scope.Graph.Reshape(pooled, new Shape(scope.Input.Shape[0], axes[0].Windows.Count, axes[1].Windows.Count));
    }

    /// <summary>What stands around the image.</summary>
    protected abstract double Padding { get; }

    /// <summary>Takes the windows [channels, rows, height, columns, width] together along height and width.</summary>
    protected abstract Value Pool(LayerScope scope, Value windows, IReadOnlyList<WindowAxis> axes);
}
