using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Losses;

/// <summary>
/// The mean of −t·ln σ(x) − (1 − t)·ln(1 − σ(x)) for a logit x, in the form ln(1 + eˣ) − t·x, which stays finite for every
/// x and whose derivative is σ(x) − t.
/// </summary>
internal sealed class BinaryCrossEntropyLayer : MeanLossLayer
{
    protected override Expression Formula(LayerScope scope) => Softplus(Prediction) - (Truth * Prediction);
}
