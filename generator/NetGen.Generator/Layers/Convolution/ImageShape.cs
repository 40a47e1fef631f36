using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Layers.Convolution;

/// <summary>What layers of images ask of what they consume.</summary>
internal static class ImageShape
{
    /// <summary>Says that a value is no signal (channels and one axis) or image (channels and two axes).</summary>
    /// <param name="scope">The layer.</param>
    /// <param name="axes">How many axes there are behind the channels.</param>
    public static void Require(LayerScope scope, int axes)
    {
        if (scope.Input.Shape.Rank != axes + 1)
        {
            var wanted = axes == 1 ? "a value with 2 axes: channels and length" : "a value with 3 axes: channels, height and width";
            throw scope.Error(DiagnosticIds.RankMismatch, null, scope.Describe(), wanted, scope.Inputs[0].Describe(), scope.Input.Shape);
        }
    }
}
