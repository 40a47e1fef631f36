using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using NetGen.Samples.Images.Models;
using NetGen.Samples.Images.Pictures;
using NetGen.Samples.Images.Reports;
using NetGen.Samples.Images.Sources;
using Spectre.Console;
using Xunit;

namespace NetGen.Tests.Samples;

public sealed class NetworkPicturesTests
{
    private static string[] Paths(Tile tile)
    {
        using var memory = new MemoryStream();
        SvgSheet.Write(memory, "a < b", [tile], 1);
        memory.Position = 0;
        var svg = XDocument.Load(memory).Root!;
        Assert.Equal(["a < b", tile.Name], svg.Elements().Where(element => element.Name.LocalName == "text").Select(text => text.Value));
        return [.. svg.Descendants().Where(element => element.Name.LocalName == "path").Select(path => $"{path.Attribute("fill")!.Value} {path.Attribute("d")!.Value}")];
    }

    [Fact]
    public void Pixels_of_one_colour_side_by_side_are_one_run() =>
        Assert.Equal(
            ["#000000 M0 0h2v1H0zM2 1h1v1H2z", "#ffffff M2 0h1v1H2zM0 1h2v1H0z"],
            Paths(new Tile("grey", 3, [0, -1, 1, 1, 2, 0], 1)));

    [Fact]
    public void Three_channels_are_red_green_and_blue() =>
        Assert.Equal(["#0000ff M1 0h1v1H1z", "#ff8400 M0 0h1v1H0z"], Paths(new Tile("colours", 2, [1, 0, 0.5f, 0, 0, 1], 3)));

    [Fact]
    public void Stretched_tiles_go_from_black_to_white()
    {
        Assert.Equal([0, 0.5f, 1], Tile.Stretched("t", 3, [-4, -2, 0], 1).Values);
        Assert.Equal([0.5f, 0.5f], Tile.Stretched("t", 2, [3, 3], 1).Values);
    }

    [Fact]
    public void Filters_are_the_weights_of_the_first_layer()
    {
        var network = new ColourNet(3);
        var filters = NetworkPictures.Filters(network);
        var weight = network.Parameters["conv1.weight"];

        Assert.Equal((16, 5, 5, 3), (filters.Count, filters[0].Width, filters[0].Height, filters[0].Channels));
        var expected = Enumerable.Range(0, 75).Select(i => (float)weight[7, i / 25, i / 5 % 5, i % 5]).ToArray();
        Assert.Equal(expected.Select(value => (value - expected.Min()) / (expected.Max() - expected.Min())), filters[7].Values);
    }

    /// <summary>The convolution by hand, normalised in groups of four channels, and not below 0.</summary>
    [Fact]
    public void Maps_are_what_the_first_layers_of_the_network_answer()
    {
        var network = new ColourNet(3);
        var image = new float[ColourNet.InputSize];
        image[(10 * 32) + 12] = 1;
        var maps = new float[FirstMaps.OutputSize];
        FirstMaps.Of(network).Predict(image, maps);

        // One red pixel: around it each channel is the filter, turned by 180°, beyond it the bias.
        double Value(int channel, int y, int x)
        {
            var (down, across) = (10 - y + 2, 12 - x + 2);
            var weight = down is >= 0 and < 5 && across is >= 0 and < 5 ? network.Parameters["conv1.weight"][channel, 0, down, across] : 0;
            return weight + network.Parameters["conv1.bias"][channel];
        }

        var group = Enumerable.Range(4, 4).SelectMany(channel => Enumerable.Range(0, 1_024).Select(i => Value(channel, i / 32, i % 32))).ToArray();
        var (mean, square) = (group.Average(), group.Average(value => value * value));
        for (var i = 0; i < 1_024; i++)
        {
            var expected = Math.Max(0, (Value(6, i / 32, i % 32) - mean) / Math.Sqrt(square - (mean * mean) + 1e-5));
            Assert.Equal(expected, maps[(6 * 1_024) + i], 1e-3);
        }
    }

    [Fact]
    public void Activations_begin_with_the_image_itself()
    {
        byte[] pixels = [.. Enumerable.Range(0, 3_072).Select(i => (byte)i)];
        var data = Dataset.FromImages(pixels, [4], 3, 32, 32);
        var source = new ImagesSource("test", new DatasetPair(data, data), Cifar10Dataset.ClassNames, new ImagePipeline());

        var tiles = NetworkPictures.Activations(new ColourNet(1), source, data.Augment(new ImagePipeline().Normalize([0.5, 0.5, 0.5], [0.2, 0.2, 0.2])), 0);

        Assert.Equal(("deer", 3), (tiles[0].Name, tiles[0].Channels));
        Assert.Equal(pixels.Select(pixel => (float)(pixel / 255.0)), tiles[0].Values);
        Assert.All(tiles.Skip(1), tile => Assert.True(tile.Values.Min() >= 0 && tile.Values.Max() is 0 or 1));
    }

    [Fact]
    public void Classes_are_a_table()
    {
        var matrix = new ConfusionMatrix(3);
        matrix.Add(0, 0);
        matrix.Add(0, 0);
        matrix.Add(0, 2);
        matrix.Add(1, 1);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(writer) });
        (console.Profile.Width, console.Profile.Capabilities.Unicode) = (120, true);

        new RichImagesReporter(console).ShowClasses(matrix, ["cat", "d[o]g", "frog"]);

        var lines = writer.ToString().Split('\n').Select(line => line.Trim()).ToArray();
        Assert.Contains("│ cat   │      3 │  66.7% │ frog                 │", lines);
        Assert.Contains("│ d[o]g │      1 │ 100.0% │                      │", lines);
        Assert.Contains("│ frog  │      0 │        │                      │", lines);
    }
}
