using NetGen.Generator.Graph;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Noise;

/// <summary>Inverted dropout: while training x · mask / keep, the mask being 1 with probability keep = 1 − rate.</summary>
internal sealed class DropoutLayer : Layer
{
    public override Value Lower(LayerScope scope)
    {
        var x = scope.Input;
        var keep = 1 - scope.Checked("rate", 0.5, "in [0, 1)", rate => rate >= 0 && rate < 1);
        if (!scope.Training || keep == 1)
        {
            return x;
        }

        var mask = scope.Graph.Random(RandomKind.Bernoulli, scope.NextStream(), keep, x.Shape);
        return scope.Graph.Map(X(0) * X(1) / keep, x, mask);
    }
}
