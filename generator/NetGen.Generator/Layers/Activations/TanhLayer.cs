using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Activations;

/// <summary>The hyperbolic tangent.</summary>
internal sealed class TanhLayer : ElementwiseLayer
{
    protected override Expression Formula(LayerScope scope) => Tanh(X);
}
