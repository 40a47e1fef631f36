using System.Linq;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Normalization;

/// <summary>Normalises groups of consecutive channels, each with all axes behind it.</summary>
internal sealed class GroupNormLayer : Layer
{
    public override Value Lower(LayerScope scope)
    {
        var x = scope.Input;
        var groups = scope.Positive("groups");
        var channels = x.Shape[0];
        if (channels % groups != 0)
        {
            var wanted = System.FormattableString.Invariant($"a divisor of the {channels} channels of {scope.Inputs[0].Describe()} {x.Shape}");
            throw scope.Error(DiagnosticIds.ArgumentOutOfRange, "groups", scope.Describe("groups"), wanted, groups);
        }

        var grouped = scope.Graph.Reshape(x, new Shape(groups, (int)(x.Shape.Count / groups)));
        var normalized = scope.Graph.Reshape(Normalized.Over(scope, grouped, Enumerable.Repeat(1, 1)), x.Shape);
        return Normalized.Affine(scope, normalized, new Shape(channels), Normalized.OfChannels(x.Shape), otherwise: true);
    }
}
