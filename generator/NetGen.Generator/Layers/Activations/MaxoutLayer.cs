using System.Linq;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Activations;

/// <summary>The maximum over groups of consecutive values of the last axis.</summary>
internal sealed class MaxoutLayer : Layer
{
    public override Value Lower(LayerScope scope)
    {
        var x = scope.Input;
        var pieces = scope.Positive("pieces");
        var last = x.Shape.Rank - 1;
        if (x.Shape[last] % pieces != 0)
        {
            var wanted = $"a divisor of the last size of {scope.Inputs[0].Describe()} {x.Shape}";
            throw scope.Error(DiagnosticIds.ArgumentOutOfRange, "pieces", scope.Describe("pieces"), wanted, pieces);
        }

        var units = x.Shape.With(last, x.Shape[last] / pieces);
        var groups = scope.Graph.Reshape(x, new Shape(units.Sizes.Concat(new[] { pieces })));
        return scope.Graph.Reshape(scope.Graph.Reduce(Reduction.Maximum, groups, last + 1), units);
    }
}
