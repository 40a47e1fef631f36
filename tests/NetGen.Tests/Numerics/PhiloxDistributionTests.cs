using System;
using System.Linq;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>The moments of the numbers; each bound is five standard errors of a million numbers, or as stated.</summary>
[Trait("Category", "Numeric")]
public class PhiloxDistributionTests
{
    private const int Count = 1 << 20;

    [Fact]
    public void UniformNumbersAreUniform()
    {
        var (single, pair) = (new float[Count], new double[Count]);
        Philox.FillUniform(single, 3, 1, 0, 0);
        Philox.FillUniform(pair, 3, 2, 0, 0);
        foreach (var numbers in new[] { Array.ConvertAll(single, value => (double)value), pair })
        {
            Assert.All(numbers, number => Assert.True(number is >= 0 and < 1));
            AssertNear(0.5, numbers.Average(), Math.Sqrt(1.0 / 12));
            AssertNear(1.0 / 3, numbers.Average(number => number * number), Math.Sqrt(4.0 / 45));
            Assert.True(ChiSquare(numbers) < 255 + (5 * Math.Sqrt(2 * 255)));
        }
    }

    [Fact]
    public void NormalNumbersAreNormal()
    {
        var (single, pair) = (new float[Count], new double[Count]);
        Philox.FillNormal(single, 3, 1, 0, 0);
        Philox.FillNormal(pair, 3, 2, 0, 0);
        foreach (var numbers in new[] { Array.ConvertAll(single, value => (double)value), pair })
        {
            Assert.All(numbers, number => Assert.True(Math.Abs(number) < 9));
            AssertNear(0, numbers.Average(), 1);
            AssertNear(1, numbers.Average(number => number * number), Math.Sqrt(2));
            AssertNear(3, numbers.Average(number => Math.Pow(number, 4)), Math.Sqrt(96));
            AssertNear(0.0227501319, numbers.Average(number => number > 2 ? 1.0 : 0), Math.Sqrt(0.0227501319 * 0.9772));

            // The two numbers of one pair of words are independent.
            AssertNear(0, Enumerable.Range(0, Count / 32).Average(i => numbers[32 * i] * numbers[(32 * i) + 16]), Math.Sqrt(32));
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.001)]
    public void DecisionsHaveTheirProbability(double keepProbability)
    {
        var numbers = new float[Count];
        Philox.FillBernoulli(numbers, keepProbability, 3, 1, 0, 0);
        Assert.All(numbers, number => Assert.True(number is 0 or 1));

        // The probability itself is rounded to a multiple of 2⁻¹⁶.
        var deviation = Math.Sqrt(keepProbability * (1 - keepProbability));
        AssertNear(keepProbability, numbers.Average(number => (double)number), deviation + (Math.ScaleB(1, -17) * Math.Sqrt(Count) / 5));
    }

    [Fact]
    public void WrongArgumentsAreRefused()
    {
        var numbers = new float[10];
        Assert.Throws<ArgumentOutOfRangeException>(() => Philox.FillUniform(numbers, 1, 1, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Philox.FillUniform(numbers, 1, 1, 0, 0, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Philox.FillBernoulli(numbers, 1.01, 1, 1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Philox.FillBernoulli(numbers, double.NaN, 1, 1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Philox.FillUniform(numbers, 2, 5, 4, 1, 1, 0, 0));
        var error = Assert.Throws<ArgumentException>(() => Philox.FillUniform(numbers, 2, 5, 6, 1, 1, 0, 0));
        Assert.Contains("2 rows of 5 elements, 6 apart, do not fit into 10", error.Message, StringComparison.Ordinal);
        Assert.All(numbers, number => Assert.Equal(0, number));
    }

    private static void AssertNear(double expected, double actual, double deviation) =>
        Assert.InRange(actual, expected - (5 * deviation / Math.Sqrt(Count)), expected + (5 * deviation / Math.Sqrt(Count)));

    private static double ChiSquare(double[] numbers)
    {
        var counts = new int[256];
        foreach (var number in numbers)
        {
            counts[(int)(number * counts.Length)]++;
        }

        var expected = numbers.Length / (double)counts.Length;
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }
}
