using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Normalization;

/// <summary>x / (k + α · mean of x² over neighbouring channels)^β; channels that there are not count as zero.</summary>
internal sealed class LocalResponseNormLayer : Layer
{
    public override Value Lower(LayerScope scope)
    {
        var x = scope.Input;
        var size = scope.Positive("size");
        var alpha = scope.FiniteNotNegative("Alpha", 1e-4);
        var beta = scope.Finite("Beta", 0.75);
        var k = scope.FinitePositive("K", 1);
        if (x.Shape.Rank < 2)
        {
            throw scope.Error(DiagnosticIds.RankMismatch, null, scope.Describe(), "channels with at least one axis behind them", scope.Inputs[0].Describe(), x.Shape);
        }

        if ((long)size + x.Shape[0] > Shape.MaximumCount)
        {
            throw scope.TooLarge(x.Shape, 0, (long)size + x.Shape[0]);
        }

        var squares = scope.Graph.Pad(scope.Graph.Map(X(0) * X(0), x), 0, size / 2, (size - 1) / 2);
        var neighbours = scope.Graph.Unfold(squares, 0, new Windows(x.Shape[0], size, 1, 1, 0));
        var sum = scope.Graph.Reshape(scope.Graph.Reduce(Reduction.Sum, neighbours, 1), x.Shape);
        return scope.Graph.Map(X(0) / Pow(k + (alpha / size * X(1)), beta), x, sum);
    }
}
