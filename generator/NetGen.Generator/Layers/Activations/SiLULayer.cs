using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Activations;

/// <summary>x / (1 + e⁻ˣ).</summary>
internal sealed class SiLULayer : ElementwiseLayer
{
    protected override Expression Formula(LayerScope scope) => X * Sigmoid(X);
}
