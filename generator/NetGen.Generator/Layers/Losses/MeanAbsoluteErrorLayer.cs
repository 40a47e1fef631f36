using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Losses;

/// <summary>The mean of |prediction − target|.</summary>
internal sealed class MeanAbsoluteErrorLayer : MeanLossLayer
{
    protected override Expression Formula(LayerScope scope) => Abs(Prediction - Truth);
}
