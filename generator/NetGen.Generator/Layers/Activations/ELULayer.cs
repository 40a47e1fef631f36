using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Activations;

/// <summary>x for x > 0, else alpha · (eˣ − 1).</summary>
internal sealed class ELULayer : ElementwiseLayer
{
    protected override Expression Formula(LayerScope scope)
    {
        var alpha = scope.Finite("alpha", 1);
        return Select(Greater(X, 0), X, alpha * ExpMinusOne(X));
    }
}
