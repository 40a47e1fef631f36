using System.Linq;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Normalization;

/// <summary>Normalises the last axes of a sample together.</summary>
internal sealed class LayerNormLayer : Layer
{
    public override Value Lower(LayerScope scope)
    {
        var x = scope.Input;
        var axes = scope.Positive("Axes", 1);
        if (axes > x.Shape.Rank)
        {
            var wanted = System.FormattableString.Invariant($"at most the number of axes of {scope.Inputs[0].Describe()} {x.Shape}");
            throw scope.Error(DiagnosticIds.ArgumentOutOfRange, "Axes", scope.Describe("Axes"), wanted, axes);
        }

        var first = x.Shape.Rank - axes;
        var shape = new Shape(x.Shape.Sizes.Skip(first));
        return Normalized.Affine(scope, Normalized.Over(scope, x, Enumerable.Range(first, axes)), shape, shape, otherwise: true);
    }
}
