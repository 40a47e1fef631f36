using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Activations;

/// <summary>min(max(x + 3, 0), 6) / 6, written by cases so that the derivative at the two kinks is PyTorch's: zero.</summary>
internal sealed class HardSigmoidLayer : ElementwiseLayer
{
    protected override Expression Formula(LayerScope scope) =>
        Select(LessOrEqual(X, -3), 0, Select(GreaterOrEqual(X, 3), 1, (X + 3) / 6));
}
