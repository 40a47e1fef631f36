using System.Linq;
using NetGen.Generator.Graph;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Noise;

/// <summary>Dropout with one decision for each channel.</summary>
internal sealed class SpatialDropoutLayer : Layer
{
    public override Value Lower(LayerScope scope)
    {
        var x = scope.Input;
        var keep = 1 - scope.Checked("rate", 0.5, "in [0, 1)", rate => rate >= 0 && rate < 1);
        if (!scope.Training || keep == 1)
        {
            return x;
        }

        var channels = new Shape(x.Shape.Sizes.Select((size, axis) => axis == 0 ? size : 1));
        return scope.Graph.Map(X(0) * X(1) / keep, x, scope.Graph.Random(RandomKind.Bernoulli, scope.NextStream(), keep, channels));
    }
}
