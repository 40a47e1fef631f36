using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Losses;

/// <summary>The mean of ½d² for |d| ≤ delta, else delta · (|d| − ½delta), with d = prediction − target.</summary>
internal sealed class HuberLayer : MeanLossLayer
{
    protected override Expression Formula(LayerScope scope)
    {
        var delta = scope.FinitePositive("delta", 1);
        var d = Prediction - Truth;
        return Select(LessOrEqual(Abs(d), delta), 0.5 * (d * d), delta * (Abs(d) - (0.5 * delta)));
    }
}
