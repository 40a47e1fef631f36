using NetGen.Generator.Graph;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Noise;

/// <summary>While training x + deviation · n with n from N(0, 1).</summary>
internal sealed class GaussianNoiseLayer : Layer
{
    public override Value Lower(LayerScope scope)
    {
        var x = scope.Input;
        var deviation = scope.FiniteNotNegative("deviation", 0);
        if (!scope.Training || deviation == 0)
        {
            return x;
        }

        var noise = scope.Graph.Random(RandomKind.Normal, scope.NextStream(), 0, x.Shape);
        return scope.Graph.Map(X(0) + (deviation * X(1)), x, noise);
    }
}
