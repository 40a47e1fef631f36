using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Activations;

/// <summary>x · Φ(x) with Φ(x) = ½ · (1 + erf(x / √2)).</summary>
internal sealed class GELULayer : ElementwiseLayer
{
    private const double OneOverRootTwo = 0.70710678118654752440;

    protected override Expression Formula(LayerScope scope) => 0.5 * X * (1 + Erf(X * OneOverRootTwo));
}
