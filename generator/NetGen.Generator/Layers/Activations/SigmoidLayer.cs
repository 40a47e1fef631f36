using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Activations;

/// <summary>1 / (1 + e⁻ˣ).</summary>
internal sealed class SigmoidLayer : ElementwiseLayer
{
    protected override Expression Formula(LayerScope scope) => Sigmoid(X);
}
