using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Convolution;

/// <summary>An image or a signal without some values at its sides.</summary>
internal sealed class CropLayer : Layer
{
    public override Value Lower(LayerScope scope)
    {
        var x = scope.Input;
        var sides = SideArguments.Read(scope);
        for (var i = 0; i < sides.Count; i++)
        {
            var (before, after) = sides[i];
            var size = x.Shape[i + 1];
            if ((long)before + after >= size)
            {
                var wanted = System.FormattableString.Invariant($"less than the {size} values along axis {i + 1} of {scope.Inputs[0].Describe()} {scope.Input.Shape}");
                throw scope.Error(DiagnosticIds.ArgumentOutOfRange, "sides", scope.Describe("sides"), wanted, (long)before + after);
            }

            x = scope.Graph.Slice(x, i + 1, before, size - before - after);
        }

        return x;
    }
}
