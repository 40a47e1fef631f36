using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Activations;

/// <summary>The Heaviside step: 1 for x > 0, else 0. Its derivative is zero wherever it exists, so nothing before it can learn.</summary>
internal sealed class ThresholdLayer : ElementwiseLayer
{
    protected override Expression Formula(LayerScope scope) => Select(Greater(X, 0), 1, 0);
}
