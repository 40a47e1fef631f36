using System.Linq;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Combination;

/// <summary>One number from the corresponding numbers of several values of the same shape.</summary>
internal abstract class ElementwiseCombination : CombiningLayer
{
    protected abstract Expression Combine(Expression left, Expression right);

    public sealed override Value Lower(LayerScope scope)
    {
        var first = scope.Inputs[0];
        for (var i = 1; i < scope.Inputs.Count; i++)
        {
            var other = scope.Inputs[i];
            if (!other.Value.Shape.Equals(first.Value.Shape))
            {
                throw InputError(
                    scope, DiagnosticIds.ShapesDiffer, i, scope.Describe(), first.Describe(), first.Value.Shape, other.Describe(), other.Value.Shape);
            }
        }

        var all = Enumerable.Range(0, scope.Inputs.Count).Select(Functions.X).Aggregate(Combine);
        return scope.Graph.Map(all, scope.Inputs.Select(input => input.Value).ToArray());
    }
}
