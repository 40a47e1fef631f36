using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Data.Augmentation;

[Trait("Category", "Numeric")]
public sealed class SampleRandomTests
{
    private static double First(ulong seed, uint stream, int epoch, int sample)
    {
        var random = new SampleRandom(seed, stream, epoch, sample);
        return random.Uniform();
    }

    [Fact]
    public void Numbers_depend_on_seed_stream_epoch_and_sample()
    {
        double[] numbers = [First(1, 1, 1, 1), First(2, 1, 1, 1), First(1UL << 32, 1, 1, 1), First(1, 2, 1, 1), First(1, 1, 2, 1), First(1, 1, 1, 2)];
        Assert.Equal(numbers.Length, numbers.Distinct().Count());
        Assert.Equal(numbers[0], First(1, 1, 1, 1));
    }

    [Fact]
    public void No_number_comes_twice_however_they_are_drawn()
    {
        var random = new SampleRandom(1, 2, 3, 4);
        var seen = new HashSet<double>();
        for (var round = 0; round < 20; round++)
        {
            Assert.True(seen.Add(random.Uniform()));
            var several = new double[100];
            random.FillUniform<double>(several);
            Assert.All(several, number => Assert.True(number is >= 0 and < 1 && seen.Add(number)));
            random.FillNormal<double>(several);
            Assert.All(several, number => Assert.True(seen.Add(number)));
        }
    }

    [Fact]
    public void Whole_numbers_include_both_ends_equally_often()
    {
        var random = new SampleRandom(1, 2, 3, 4);
        var counts = new int[5];
        for (var i = 0; i < 10_000; i++)
        {
            counts[random.Integer(-2, 2) + 2]++;
        }

        // Five deviations of √(n · 0.2 · 0.8) = 40.
        Assert.All(counts, count => Assert.InRange(count, 1_800, 2_200));
        Assert.Equal(7, random.Integer(7, 7));
        Assert.InRange(random.Integer(int.MinValue, int.MaxValue), int.MinValue, int.MaxValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SampleRandom(1, 2, 3, 4).Integer(1, 0));
    }

    [Fact]
    public void Only_float_and_double_are_filled() =>
        Assert.Throws<NotSupportedException>(() => new SampleRandom(1, 2, 3, 4).FillUniform<Half>(new Half[1]));
}
