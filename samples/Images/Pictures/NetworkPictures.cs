using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Samples.Images.Models;
using NetGen.Samples.Images.Sources;

namespace NetGen.Samples.Images.Pictures;

/// <summary>What there is to see of a network.</summary>
internal static class NetworkPictures
{
    /// <summary>The filters of the first layer, each with its least weight black and its greatest white.</summary>
    public static IReadOnlyList<Tile> Filters(ColourNet network)
    {
        var weight = network.Parameters["conv1.weight"];
        var (filters, channels, width) = (weight.Shape[0], weight.Shape[1], weight.Shape[3]);
        return [.. weight.ToArray<float>().Chunk(weight.Count / filters).Select((values, i) => Tile.Stretched(Name("filter", i), width, values, channels))];
    }

    /// <summary>An image, and what each filter of the first layer answers to it: black where nothing.</summary>
    /// <param name="network">The network.</param>
    /// <param name="source">Where the image comes from, as it is.</param>
    /// <param name="test">The test images as the network gets them.</param>
    /// <param name="number">The number of the image.</param>
    public static IReadOnlyList<Tile> Activations(ColourNet network, ImagesSource source, IDataset test, int number)
    {
        var (image, label) = Image(network, source.Data.Test, number);
        var maps = new float[FirstMaps.OutputSize];
        FirstMaps.Of(network).Predict(Image(network, test, number).Pixels, maps);
        var area = Cifar10Dataset.Side * Cifar10Dataset.Side;
        return
        [
            new Tile(source.ClassNames[label], Cifar10Dataset.Side, image, Cifar10Dataset.Channels),
            .. maps.Chunk(area).Select((map, i) => new Tile(Name("filter", i), Cifar10Dataset.Side, Scaled(map), 1)),
        ];
    }

    private static (float[] Pixels, int Label) Image(ITrainableNetwork network, IDataset data, int number)
    {
        var batch = new Batch(network.Description.BatchColumns);
        data.Fill([number], batch);
        return (batch[0].AsSpan<float>().ToArray(), batch[1].AsSpan<int>()[0]);
    }

    private static float[] Scaled(float[] map)
    {
        var most = map.Max();
        return Array.ConvertAll(map, value => most > 0 ? value / most : 0);
    }

    private static string Name(string kind, int index) => string.Create(CultureInfo.InvariantCulture, $"{kind} {index + 1}");
}
