using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Activations;

/// <summary>x for x > 0, else slope · x.</summary>
internal sealed class LeakyReLULayer : ElementwiseLayer
{
    protected override Expression Formula(LayerScope scope)
    {
        var slope = scope.Finite("slope", 0.01);
        return Select(Greater(X, 0), X, slope * X);
    }
}
