using System;
using System.Linq;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

[Trait("Category", "Numeric")]
public class SparsemaxTests
{
    // By hand: (1, 0.5) keeps both, τ = (1.5 − 1)/2; (3, 1, 0) keeps one, τ = 2; equal numbers share.
    [Theory]
    [InlineData(new[] { 1, 0.5 }, 0.25)]
    [InlineData(new[] { 3.0, 1, 0 }, 2.0)]
    [InlineData(new[] { 0.0, 0, 0, 0 }, -0.25)]
    [InlineData(new[] { 7.0 }, 6.0)]
    [InlineData(new[] { -1e4, 1e4, -88 }, 9999.0)]
    [InlineData(new[] { double.NegativeInfinity, 2, 2 }, 1.5)]
    public void WorkedExamples(double[] z, double expected)
    {
        Assert.Equal(expected, Sparsemax.Threshold(z), 15);
        Assert.Equal((float)expected, Sparsemax.Threshold(Array.ConvertAll(z, value => (float)value)), 6);
    }

    [Fact]
    public void TheThresholdIsThatOfTheSortedForm()
    {
        var random = new Random(5);
        for (var trial = 0; trial < 2000; trial++)
        {
            var scale = Math.Pow(10, random.Next(-3, 4));
            var z = Enumerable.Range(0, random.Next(1, 40)).Select(_ => scale * (random.NextDouble() - 0.5)).ToArray();
            var expected = Sorted(z);
            var bound = 1e-14 * (1 + scale);
            Assert.InRange(Sparsemax.Threshold(z), expected - bound, expected + bound);
            Assert.Equal(1, z.Sum(value => Math.Max(value - Sparsemax.Threshold(z), 0)), 10);

            // The sums are in double; the one rounding left is that of the result, half an ulp of it.
            var single = Array.ConvertAll(z, value => (float)value);
            expected = Sorted(Array.ConvertAll(single, value => (double)value));
            Assert.InRange(Sparsemax.Threshold(single), expected - (6e-8 * Math.Abs(expected)) - bound, expected + (6e-8 * Math.Abs(expected)) + bound);
        }
    }

    [Fact]
    public void AStrideSkipsWhatLiesBetween()
    {
        double[] z = [1, double.NaN, double.PositiveInfinity, 0.5, 99];
        Assert.Equal(0.25, Sparsemax.Threshold(z, 2, 3));
        Assert.Equal(0.25f, Sparsemax.Threshold(Array.ConvertAll(z, value => (float)value), 2, 3));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void UndefinedNumbersGiveNaN(double number)
    {
        Assert.True(double.IsNaN(Sparsemax.Threshold([1.0, number, 2])));
        Assert.True(float.IsNaN(Sparsemax.Threshold([1f, (float)number, 2])));
    }

    [Fact]
    public void WrongArgumentsAreRefused()
    {
        Assert.ThrowsAny<ArgumentException>(() => Sparsemax.Threshold(Array.Empty<double>()));
        Assert.ThrowsAny<ArgumentException>(() => Sparsemax.Threshold(new float[4], 3, 2));
        Assert.ThrowsAny<ArgumentException>(() => Sparsemax.Threshold(new float[4], 2, 0));
    }

    // Martins & Astudillo 2016, Algorithm 1.
    private static double Sorted(double[] z)
    {
        var (sum, threshold) = (0.0, double.NaN);
        var sorted = z.OrderDescending().ToArray();
        for (var k = 1; k <= sorted.Length; k++)
        {
            sum += sorted[k - 1];
            threshold = 1 + (k * sorted[k - 1]) > sum ? (sum - 1) / k : threshold;
        }

        return threshold;
    }
}
