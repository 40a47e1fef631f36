using System;
using System.Linq;
using System.Security.Cryptography;
using NetGen.Samples.Images.Shapes;
using Xunit;

namespace NetGen.Tests.Samples;

public sealed class ShapeImagesTests
{
    private const int Bytes = ShapeImages.Channels * ShapeImages.Side * ShapeImages.Side;

    [Fact]
    public void The_bytes_are_the_same_on_every_machine()
    {
        var images = ShapeImages.Create(500, seed: 1, stream: 0);

        // Nothing but additions, products and quotients went into them, which are exact to the last bit everywhere.
        Assert.Equal("e1894feb35adbd4436a128204ef8c310cfa47221eb80e53e44fb3c1f44499d73", Convert.ToHexStringLower(SHA256.HashData(images.Pixels)));
    }

    [Fact]
    public void An_image_does_not_depend_on_how_many_others_are_made()
    {
        var (few, many) = (ShapeImages.Create(30, seed: 7, stream: 0), ShapeImages.Create(300, seed: 7, stream: 0));

        Assert.Equal(few.Pixels, many.Pixels[..few.Pixels.Length]);
        Assert.Equal(few.Labels, many.Labels[..30]);
    }

    [Fact]
    public void Seeds_and_streams_have_nothing_in_common()
    {
        var images = new[] { (1UL, 0UL), (1UL, 1UL), (2UL, 0UL) }.SelectMany(pair => ShapeImages.Create(50, pair.Item1, pair.Item2).Pixels.Chunk(Bytes)).ToArray();
        Assert.Equal(150, images.Select(image => Convert.ToHexString(SHA256.HashData(image))).Distinct().Count());
    }

    [Fact]
    public void Every_class_is_there_equally_often_and_has_a_name()
    {
        var images = ShapeImages.Create(200, seed: 1, stream: 0);
        Assert.All(Enumerable.Range(0, 10), label => Assert.Equal(20, images.Labels.Count(found => found == label)));
        Assert.Equal(10, ShapeImages.ClassNames.Distinct().Count());
    }

    [Theory]
    [InlineData("circle", 1, 0.5, 0.5, 0.7, 0.7)]
    [InlineData("ring", 0, 0, 0.8, 0, 0.4)]
    [InlineData("square", 1, 0.7, 0.7, 0.9, 0)]
    [InlineData("triangle", 1, 0, -0.8, 0.7, -0.3)]
    [InlineData("cross", 1, 0.9, 0.1, 0.5, 0.5)]
    [InlineData("star", 1, 0, -0.9, 0.5, -0.85)]
    [InlineData("crescent", 0, -0.8, 0, 0.3, 0)]
    [InlineData("heart", 1, 0.5, -0.6, 0, -0.9)]
    [InlineData("arrow", 1, 0.2, 0.6, -0.5, 0.6)]
    [InlineData("bars", 0, -0.5, 0.8, 0, 0.5)]
    public void Shapes_are_what_they_are_called(string name, int middle, double insideX, double insideY, double outsideX, double outsideY)
    {
        var shape = Shape.All.Single(shape => shape.Name == name);
        Assert.Equal(middle == 1, shape.Contains(0, 0));
        Assert.True(shape.Contains(insideX, insideY));
        Assert.False(shape.Contains(outsideX, outsideY));
        Assert.False(shape.Contains(1.2, 0.1));
        Assert.False(shape.Contains(0.1, -1.2));
    }

    /// <summary>Somewhere in every image lies something of another colour, away from the edges.</summary>
    [Fact]
    public void Every_image_shows_something()
    {
        foreach (var image in ShapeImages.Create(200, seed: 3, stream: 0).Pixels.Chunk(Bytes))
        {
            var spread = Enumerable.Range(0, 3).Max(channel => image[(channel * 1_024)..((channel + 1) * 1_024)].Max() - image[(channel * 1_024)..((channel + 1) * 1_024)].Min());

            // Colours are at least 0.6 apart, so that one channel differs by 0.6/√3 of 255, 88; noise only adds to it.
            Assert.InRange(spread, 60, 255);
        }
    }
}
