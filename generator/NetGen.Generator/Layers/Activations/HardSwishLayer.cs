using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Activations;

/// <summary>x · min(max(x + 3, 0), 6) / 6, written by cases so that the derivative at the two kinks is PyTorch's: −½ and 1½.</summary>
internal sealed class HardSwishLayer : ElementwiseLayer
{
    protected override Expression Formula(LayerScope scope) =>
        Select(Less(X, -3), 0, Select(Greater(X, 3), X, X * (X + 3) / 6));
}
