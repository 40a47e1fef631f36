using System;
using System.Collections.Generic;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Convolution;

/// <summary>An image with each value repeated, or with values on a straight line between two old ones, down and across.</summary>
internal sealed class UpsampleLayer : Layer
{
    public override Value Lower(LayerScope scope)
    {
        ImageShape.Require(scope, 2);
        var (down, across) = Scale(scope);
        var bilinear = scope.Int("Interpolation") == 1;
        if (!bilinear)
        {
            scope.MarkUseless("AlignCorners", "repeated values have no distance");
            return Repeated(scope.Graph, scope.Input, down, across);
        }

        var corners = scope.Flag("AlignCorners");
        var sample = scope.Input.Batched ? "*" : string.Empty;
        var rows = scope.Graph.Contract($"{sample}chw,ph->{sample}cpw", scope.Input, Weights(scope.Graph, scope.Input.Shape[1], down, corners));
        return scope.Graph.Contract($"{sample}cpw,qw->{sample}cpq", rows, Weights(scope.Graph, scope.Input.Shape[2], across, corners));
    }

    private static (int Down, int Across) Scale(LayerScope scope)
    {
        var scale = scope.Ints("scale");
        if (scale.Count is not (1 or 2))
        {
            throw scope.Error(DiagnosticIds.ArgumentOutOfRange, "scale", scope.Describe("scale"), "one factor or 2", $"{scale.Count}");
        }

        for (var i = 0; i < scale.Count; i++)
        {
            if (scale[i] <= 0)
            {
                throw scope.ElementError(DiagnosticIds.NotPositive, "scale", i, FormattableString.Invariant($"Number {i} of {scope.Describe("scale")}"), scale[i]);
            }
        }

        var (down, across) = (scale[0], scale[scale.Count - 1]);
        var shape = scope.Input.Shape;
        var count = (double)shape.Count * down * across;
        return count <= Shape.MaximumCount ? (down, across) : throw scope.TooLarge(shape, (long)Math.Min(long.MaxValue / 2, count));
    }

    private static Value Repeated(GraphBuilder graph, Value x, int down, int across)
    {
        var (channels, height, width) = (x.Shape[0], x.Shape[1], x.Shape[2]);
        var single = graph.Reshape(x, new Shape(channels, height, 1, width, 1));
        var repeated = graph.Map(X(), x.Type with { Shape = new Shape(channels, height, down, width, across) }, single);
        return graph.Reshape(repeated, new Shape(channels, height * down, width * across));
    }

    // The weight of old value j in new value i: 1 less their distance, and no less than 0.
    private static Value Weights(GraphBuilder graph, int length, int scale, bool corners)
    {
        var larger = length * scale;
        var (i, j) = (graph.Iota(0, new Shape(larger, 1)), graph.Iota(0, new Shape(length)));
        var place = corners ? X(0) * (larger == 1 ? 0 : (length - 1.0) / (larger - 1)) : ((X(0) + 0.5) / scale) - 0.5;
        var within = Min(Max(place, 0), length - 1);
        return graph.Map(Max(1 - Abs(within - X(1)), 0), i, j);
    }
}
