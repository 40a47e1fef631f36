using System.Linq;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Convolution;

/// <summary>The mean of each channel over all axes behind it.</summary>
internal sealed class GlobalAvgPoolLayer : Layer
{
    public override Value Lower(LayerScope scope)
    {
        var x = scope.Input;
        if (x.Shape.Rank < 2)
        {
            throw scope.Error(DiagnosticIds.RankMismatch, null, scope.Describe(), "channels with at least one axis behind them", scope.Inputs[0].Describe(), x.Shape);
        }

        var sum = scope.Graph.Reduce(Reduction.Sum, x, Enumerable.Range(1, x.Shape.Rank - 1));
        var mean = scope.Graph.Map(X(0) / ((double)x.Shape.Count / x.Shape[0]), sum);
        return scope.Graph.Reshape(mean, new Shape(x.Shape[0]));
    }
}
