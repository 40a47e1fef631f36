using System;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Training;

public class SampleOrderTests
{
    // Worked out apart from this code, by Philox and Fisher and Yates's shuffle as published.
    private static readonly int[] FirstOrder = [6, 4, 3, 5, 7, 9, 2, 8, 0, 1];

    [Fact]
    public void TheOrderIsTheSameOnEveryMachine()
    {
        var order = new SampleOrder(10, seed: 1);
        order.Shuffle(1);
        Assert.Equal(FirstOrder, order.Batch(0, 10).ToArray());
    }

    [Fact]
    public void AnEpochsOrderDoesNotDependOnThoseBefore()
    {
        var fresh = new SampleOrder(100, seed: 5);
        fresh.Shuffle(3);
        var used = new SampleOrder(100, seed: 5);
        used.Shuffle(1);
        used.Shuffle(2);
        used.Shuffle(3);
        Assert.Equal(fresh.Batch(0, 100).ToArray(), used.Batch(0, 100).ToArray());
    }

    [Fact]
    public void EverySampleComesToEveryPlaceEquallyOften()
    {
        const int count = 8;
        const int epochs = 40_000;
        var order = new SampleOrder(count, seed: 2);
        var places = new int[count, count];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            order.Shuffle(epoch);
            var samples = order.Batch(0, count);
            for (var place = 0; place < count; place++)
            {
                places[samples[place], place]++;
            }
        }

        // Each count is binomial with n = 40,000 and p = 1/8: deviation 66; 5 deviations are met by chance once in 27,000 runs
        // of 64 counts, and the seed is fixed.
        const double expected = (double)epochs / count;
        var deviation = Math.Sqrt(expected * (1 - (1.0 / count)));
        Assert.All(places.Cast<int>(), value => Assert.InRange(value, expected - (5 * deviation), expected + (5 * deviation)));
    }
}
