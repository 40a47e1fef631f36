namespace NetGen.Samples.Images.Models;

/// <summary>The beginning of <see cref="ColourNet"/> as a network of its own, to look at what its filters answer to an image.</summary>
[Network]
[Input(3, 32, 32)]
[Conv2D(16, 5, Padding = 2, Name = "conv1"), GroupNorm(4, Name = "norm1"), ReLU]
public sealed partial class FirstMaps
{
    /// <summary>The maps of a network that was trained: parameters of the same name have the same values.</summary>
    internal static FirstMaps Of(ColourNet network)
    {
        var maps = new FirstMaps(seed: 0);
        foreach (var parameter in maps.Parameters.Views())
        {
            parameter.CopyFrom<float>(network.Parameters[parameter.Name].ToArray<float>());
        }

        return maps;
    }
}
