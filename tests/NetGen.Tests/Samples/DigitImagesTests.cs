using System;
using System.Linq;
using System.Security.Cryptography;
using NetGen.Samples.Digits.Glyphs;
using NetGen.Samples.Shared.Drawing;
using Xunit;

namespace NetGen.Tests.Samples;

public sealed class DigitImagesTests
{
    private const int PixelCount = DigitImages.Side * DigitImages.Side;

    [Fact]
    public void The_bytes_are_the_same_on_every_machine()
    {
        var images = DigitImages.Create(1000, seed: 1, stream: 0);

        // Nothing but additions, products, quotients and square roots went into them, which are exact to the last bit everywhere.
        Assert.Equal("6795b25e4512f840ba86f44ab11bf29206d2de0c3711f06918e57199d78de68c", Convert.ToHexStringLower(SHA256.HashData(images.Pixels)));
    }

    [Fact]
    public void An_image_does_not_depend_on_how_many_others_are_made()
    {
        var few = DigitImages.Create(30, seed: 7, stream: 0);
        var many = DigitImages.Create(300, seed: 7, stream: 0);

        Assert.Equal(few.Pixels, many.Pixels[..few.Pixels.Length]);
        Assert.Equal(few.Labels, many.Labels[..30]);
    }

    [Fact]
    public void Seeds_and_streams_give_other_images()
    {
        var first = DigitImages.Create(20, seed: 1, stream: 0);

        Assert.NotEqual(first.Pixels, DigitImages.Create(20, seed: 2, stream: 0).Pixels);
        Assert.NotEqual(first.Pixels, DigitImages.Create(20, seed: 1, stream: 1).Pixels);
    }

    [Fact]
    public void All_digits_are_equally_frequent()
    {
        var counts = DigitImages.Create(2000, seed: 3, stream: 0).Labels.CountBy(label => label).ToDictionary();

        Assert.Equal(Enumerable.Range(0, 10), counts.Keys.Order());
        Assert.All(counts.Values, count => Assert.Equal(200, count));
    }

    [Fact]
    public void Every_image_shows_something_within_its_frame()
    {
        var images = DigitImages.Create(2000, seed: 4, stream: 0);

        for (var image = 0; image < images.Labels.Length; image++)
        {
            var pixels = images.Pixels.AsSpan(image * PixelCount, PixelCount).ToArray();
            Assert.InRange(pixels.Count(pixel => pixel > 100), 15, PixelCount / 2);
        }
    }

    [Fact]
    public void No_two_images_are_alike()
    {
        var images = DigitImages.Create(2000, seed: 5, stream: 0);

        var distinct = Enumerable.Range(0, 2000)
            .Select(image => Convert.ToHexString(SHA256.HashData(images.Pixels.AsSpan(image * PixelCount, PixelCount))))
            .Distinct();

        Assert.Equal(2000, distinct.Count());
    }

    [Fact]
    public void The_digits_differ_on_average()
    {
        var images = DigitImages.Create(5000, seed: 6, stream: 0);
        var means = Enumerable.Range(0, 10).Select(digit => Mean(images, digit)).ToArray();

        for (var one = 0; one < 10; one++)
        {
            for (var other = 0; other < one; other++)
            {
                // In units of a byte; the mean of 500 noisy images is known to within a few.
                Assert.True(Enumerable.Range(0, PixelCount).Max(i => Math.Abs(means[one][i] - means[other][i])) > 30);
            }
        }
    }

    [Fact]
    public void Random_numbers_have_the_moments_they_should()
    {
        const int Count = 200_000;
        var random = new DrawingRandom(1, 2, 3);
        double sum = 0, squares = 0, uniform = 0;
        for (var i = 0; i < Count; i++)
        {
            var normal = random.Normal();
            (sum, squares, uniform) = (sum + normal, squares + (normal * normal), uniform + random.Uniform());
        }

        // Six deviations of the means: 1/√N, at most √2/√N, and 1/√(12·N).
        Assert.InRange(sum / Count, -0.0135, 0.0135);
        Assert.InRange(squares / Count, 1 - 0.019, 1 + 0.019);
        Assert.InRange(uniform / Count, 0.5 - 0.0039, 0.5 + 0.0039);
    }

    private static double[] Mean(DigitImages images, int digit)
    {
        var rows = Enumerable.Range(0, images.Labels.Length).Where(image => images.Labels[image] == digit).ToArray();
        return [.. Enumerable.Range(0, PixelCount).Select(pixel => rows.Average(row => (double)images.Pixels[(row * PixelCount) + pixel]))];
    }
}
