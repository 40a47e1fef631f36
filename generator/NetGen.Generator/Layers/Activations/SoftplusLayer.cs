using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Activations;

/// <summary>ln(1 + e^(beta·x)) / beta.</summary>
internal sealed class SoftplusLayer : ElementwiseLayer
{
    protected override Expression Formula(LayerScope scope)
    {
        var beta = scope.FinitePositive("beta", 1);
        return beta == 1 ? Softplus(X) : Softplus(beta * X) / beta;
    }
}
