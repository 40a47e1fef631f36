using NetGen.Generator.Expressions;

namespace NetGen.Generator.Layers.Losses;

/// <summary>The mean of (prediction − target)².</summary>
internal sealed class MeanSquaredErrorLayer : MeanLossLayer
{
    protected override Expression Formula(LayerScope scope) => (Prediction - Truth) * (Prediction - Truth);
}
