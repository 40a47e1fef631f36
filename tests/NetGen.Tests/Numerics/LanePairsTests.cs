using System;
using System.Linq;
using System.Numerics;
using Xunit;
using PairLanes = NetGen.Numerics.Lanes;

namespace NetGen.Tests.Numerics;

/// <summary>Neighbours in two vectors reduced two by two.</summary>
[Trait("Category", "Numeric")]
public class LanePairsTests
{
    [Fact]
    public void EachLaneIsThatOfItsPair()
    {
        var floats = Numbers(2 * Vector<float>.Count).Select(number => (float)number).ToArray();
        var (low, high) = (new Vector<float>(floats), new Vector<float>(floats, Vector<float>.Count));
        Check(floats, i => PairLanes.SumOfPairs(low, high)[i], PairLanes.SumOfPairs, (first, second) => first + second);
        Check(floats, i => PairLanes.MaximumOfPairs(low, high)[i], PairLanes.MaximumOfPairs, Math.Max);

        var doubles = Numbers(2 * Vector<double>.Count);
        var (lowOfDoubles, highOfDoubles) = (new Vector<double>(doubles), new Vector<double>(doubles, Vector<double>.Count));
        Check(doubles, i => PairLanes.SumOfPairs(lowOfDoubles, highOfDoubles)[i], PairLanes.SumOfPairs, (first, second) => first + second);
        Check(doubles, i => PairLanes.MaximumOfPairs(lowOfDoubles, highOfDoubles)[i], PairLanes.MaximumOfPairs, Math.Max);
    }

    /// <summary>As a sum that begins with zero: two negative zeros are a positive one.</summary>
    [Fact]
    public void ASumBeginsWithZero()
    {
        Assert.False(float.IsNegative(PairLanes.SumOfPairs(-0f, -0f)));
        Assert.False(double.IsNegative(PairLanes.SumOfPairs(-0d, -0d)));
        Assert.False(float.IsNegative(PairLanes.SumOfPairs(new Vector<float>(-0f), new Vector<float>(-0f))[0]));
        Assert.False(double.IsNegative(PairLanes.SumOfPairs(new Vector<double>(-0d), new Vector<double>(-0d))[0]));
    }

    private static void Check<T>(T[] numbers, Func<int, T> lane, Func<T, T, T> scalar, Func<T, T, T> expected)
    {
        for (var i = 0; i < numbers.Length / 2; i++)
        {
            Assert.Equal(expected(numbers[2 * i], numbers[(2 * i) + 1]), lane(i));
            Assert.Equal(lane(i), scalar(numbers[2 * i], numbers[(2 * i) + 1]));
        }
    }

    // Neither order of a pair is that of its neighbour, and one pair holds what is no number.
    private static double[] Numbers(int count) =>
        [.. Enumerable.Range(0, count).Select(i => i == 3 ? double.NaN : ((i % 4 < 2) == (i % 2 == 0) ? 1 : -1) * (i + 0.5))];
}
