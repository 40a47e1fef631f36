using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Activations;

/// <summary>max(x, 0).</summary>
internal sealed class ReLULayer : ElementwiseLayer
{
    protected override Expression Formula(LayerScope scope) => Max(X, 0);
}
