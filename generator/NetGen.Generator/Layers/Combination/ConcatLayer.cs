using System.Linq;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Combination;

/// <summary>Several values one after the other along one axis; the other axes are the same.</summary>
internal sealed class ConcatLayer : CombiningLayer
{
    public override Value Lower(LayerScope scope)
    {
        var first = scope.Inputs[0];
        var axis = scope.Axis("Axis", first.Value.Shape, 0);
        for (var i = 1; i < scope.Inputs.Count; i++)
        {
            var other = scope.Inputs[i];
            if (!Fits(other.Value.Shape, first.Value.Shape, axis))
            {
                throw InputError(
                    scope, DiagnosticIds.ShapesDiffer, i, scope.Describe(), first.Describe(), first.Value.Shape, other.Describe(), other.Value.Shape);
            }
        }

        // Each size is at most 2²⁸, so the sum fits a long but perhaps no int: it is checked before a shape is made of it.
        var joined = scope.Inputs.Sum(input => (long)input.Value.Shape[axis]);
        if (joined > Shape.MaximumCount)
        {
            throw scope.TooLarge(first.Value.Shape.With(axis, int.MaxValue), joined * (first.Value.Shape.Count / first.Value.Shape[axis]));
        }

        return scope.Graph.Concat(axis, scope.Inputs.Select(input => input.Value).ToArray());
    }

    private static bool Fits(Shape shape, Shape first, int axis) =>
        shape.Rank == first.Rank && shape.With(axis, first[axis]).Equals(first);
}
