using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Convolution;

/// <summary>A number around an image or a signal.</summary>
internal sealed class PadLayer : Layer
{
    public override Value Lower(LayerScope scope)
    {
        var x = scope.Input;
        var value = scope.Finite("Value", 0);
        var sides = SideArguments.Read(scope);
        for (var i = 0; i < sides.Count; i++)
        {
            var (before, after) = sides[i];
            var size = (long)before + x.Shape[i + 1] + after;
            x = size > Shape.MaximumCount ? throw scope.TooLarge(x.Shape, i + 1, size) : scope.Graph.Pad(x, i + 1, before, after, value);
        }

        return x;
    }
}
