using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Losses;

/// <summary>A loss that is the mean over all values of one scalar expression; built-in ones and users' own take the same path.</summary>
internal abstract class MeanLossLayer : LossLayer
{
    protected static Expression Prediction { get; } = new Operand(0);

    protected static Expression Truth { get; } = new Operand(1);

    /// <summary>The function of <see cref="Prediction"/> and <see cref="Truth"/>.</summary>
    protected abstract Expression Formula(LayerScope scope);

    public sealed override LossTarget Target(LayerScope scope, Shape prediction) => new(prediction);

    public sealed override Value PerSample(LayerScope scope, Value prediction, Value target)
    {
        var formula = Formula(scope);
        var values = scope.Graph.Map(formula, prediction, target);
        scope.MarkIfFlat(values, formula);
        var sum = scope.Graph.Reduce(Reduction.Sum, values, Enumerable.Range(0, values.Shape.Rank));
        return scope.Graph.Map(new Operand(0) / (double)prediction.Shape.Count, sum);
    }
}
