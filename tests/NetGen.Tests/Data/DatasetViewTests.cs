using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Data;

public sealed class DatasetViewTests
{
    private static Dataset Numbers(int count, int from = 0) =>
        Dataset.FromArrays([.. Enumerable.Range(from, count).Select(i => (float)i)], new int[count], 1);

    private static float[] Values(Dataset data) =>
        Describe.Fill(data, [.. Enumerable.Range(0, data.Count)], Describe.Input("x", 1))[0].AsSpan<float>().ToArray();

    [Fact]
    public void Slices_show_a_range()
    {
        var data = Numbers(10);

        Assert.Equal([2f, 3, 4], Values(data.Slice(2, 3)));
        Assert.Equal([7f, 8, 9], Values(data[^3..]));
        Assert.Equal([8f], Values(data[5..].Slice(3..^1)));
        Assert.Equal(0, data[3..3].Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Slice(8, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Slice(-1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => data[2..4][..3]);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.8, 81)]
    [InlineData(1, 101)]
    public void A_split_gives_every_sample_to_one_side(double fraction, int expected)
    {
        var (first, second) = Numbers(101).Split(fraction, seed: 5);

        Assert.Equal(expected, first.Count);
        Assert.Equal(101 - expected, second.Count);
        var all = Values(first).Concat(Values(second)).ToArray();
        Assert.Equal(Enumerable.Range(0, 101).Select(i => (float)i), all.Order());
    }

    [Fact]
    public void The_seed_alone_decides_a_split()
    {
        var one = Values(Numbers(100).Split(0.5, seed: 1).First);

        Assert.Equal(one, Values(Numbers(100).Split(0.5, seed: 1).First));
        Assert.NotEqual(one, Values(Numbers(100).Split(0.5, seed: 2).First));
    }

    [Fact]
    public void Every_place_of_a_permutation_is_as_likely()
    {
        const int Count = 8;
        const int Draws = 80_000;
        var hits = new Dictionary<(int Place, int Value), int>();
        for (var seed = 0; seed < Draws; seed++)
        {
            var order = Permutation.Create(Count, new PhiloxStream((ulong)seed, PhiloxStream.Splitting, 0));
            for (var place = 0; place < Count; place++)
            {
                hits[(place, order[place])] = hits.GetValueOrDefault((place, order[place])) + 1;
            }
        }

        // Each of the 64 counts is binomial with mean 10,000 and deviation √(80,000 · 1/8 · 7/8) = 93.5; six deviations
        // leave a chance below 2·10⁻⁷ of failing for a true shuffle, and the seeds are fixed.
        Assert.Equal(Count * Count, hits.Count);
        Assert.All(hits.Values, count => Assert.InRange(count, 10_000 - 562, 10_000 + 562));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_fraction_outside_its_range_is_refused(double fraction) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbers(3).Split(fraction, seed: 0));

    [Fact]
    public void Weights_of_a_view_stay_with_its_samples()
    {
        var view = Numbers(10).Split(0.5, seed: 9).First[1..];
        var values = Values(view);

        var weighted = view.WithSampleWeights([.. values.Select(value => 100 + value)]);

        var batch = Describe.Fill(weighted, [3, 0], Describe.Input("x", 1), Describe.Weight("w"));
        Assert.Equal([values[3], values[0]], batch["x"].AsSpan<float>());
        Assert.Equal([100 + values[3], 100 + values[0]], batch["w"].AsSpan<float>());
    }

    [Fact]
    public void Concat_joins_views_in_order()
    {
        var joined = Dataset.Concat(Numbers(5)[3..], Numbers(3, from: 10), Numbers(4, from: 20)[1..2]);

        Assert.Equal([3f, 4, 10, 11, 12, 21], Values(joined));
        Assert.Equal([4f, 10], Values(joined[1..3]));
    }

    [Fact]
    public void Concat_keeps_bytes_as_bytes()
    {
        var one = Dataset.FromImages([0, 255], [0, 1], 1);
        var other = Dataset.FromImages([51], [0], 1);

        Assert.Equal([0f, 1f, 0.2f], Values(Dataset.Concat(one, other)));
    }

    [Fact]
    public void Concat_refuses_other_columns()
    {
        var error = Assert.Throws<ArgumentException>(() => Dataset.Concat(Numbers(2), Dataset.FromArrays([1.0], [0], 1)));
        Assert.Equal(
            "The data sets have different columns: 'input' (Input, Float32, [1]), 'target' (Target, Int32, []) and 'input' (Input, Float64, [1]), 'target' (Target, Int32, []).",
            error.Message);

        var scaled = new DatasetBuilder().Input("x", new byte[1], ByteScale.UnitInterval).Build();
        var plain = new DatasetBuilder().Input("x", new byte[1]).Build();
        Assert.Throws<ArgumentException>(() => Dataset.Concat(scaled, plain));
    }
}
