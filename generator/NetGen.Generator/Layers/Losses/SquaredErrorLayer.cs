using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Losses;

/// <summary>½‖prediction − target‖² of a sample.</summary>
internal sealed class SquaredErrorLayer : LossLayer
{
    public override LossTarget Target(LayerScope scope, Shape prediction) => new(prediction);

    public override Value PerSample(LayerScope scope, Value prediction, Value target)
    {
        var difference = new Operand(0) - new Operand(1);
        var halfSquare = scope.Graph.Map(0.5 * (difference * difference), prediction, target);
        return scope.Graph.Reduce(Reduction.Sum, halfSquare, Enumerable.Range(0, halfSquare.Shape.Rank));
    }
}
