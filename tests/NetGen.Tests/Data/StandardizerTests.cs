using System;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Data;

public sealed class StandardizerTests
{
    private static double[] Inputs(Dataset data) =>
        Describe.Fill(data, [.. Enumerable.Range(0, data.Count)], Describe.Input("x", ElementType.Float64, data.Columns[0].Size))[0].AsSpan<double>().ToArray();

    [Fact]
    public void Features_get_mean_zero_and_deviation_one()
    {
        // First feature: mean 3, deviation √((4 + 0 + 4) / 3); second: constant 7, which is only shifted.
        var data = Dataset.FromArrays(new double[][] { [1, 7], [3, 7], [5, 7] }, [0, 1, 2]);

        var standardizer = Standardizer.Fit(data);

        Assert.Equal([3.0, 7.0], standardizer.Mean.AsSpan());
        Assert.Equal([Math.Sqrt(8.0 / 3), 1.0], standardizer.Deviation.AsSpan());
        var scaled = 2 / Math.Sqrt(8.0 / 3);
        Assert.Equal([-scaled, 0, 0, 0, scaled, 0], Inputs(standardizer.Apply(data)));
    }

    [Fact]
    public void Another_data_set_is_measured_with_the_same_rule()
    {
        var train = Dataset.FromArrays(new float[][] { [0], [2] }, [0, 1]);
        var test = Dataset.FromArrays(new float[][] { [9], [5], [7] }, [2, 0, 1])[1..];

        var applied = Standardizer.Fit(train).Apply(test);

        Assert.Equal([4.0, 6.0], Inputs(applied));
        Assert.Equal([0, 1], Describe.Fill(applied, [0, 1], Describe.Class("y", 3))["y"].AsSpan<int>());
    }

    [Fact]
    public void A_view_is_measured_over_its_own_samples()
    {
        var data = Dataset.FromArrays(new float[][] { [100], [1], [3] }, [0, 0, 0]);

        Assert.Equal([2.0], Standardizer.Fit(data[1..]).Mean.AsSpan());
    }

    [Fact]
    public void Wrong_data_is_refused()
    {
        var data = Dataset.FromArrays(new float[][] { [0, 1], [2, 3] }, [0, 1]);

        Assert.Throws<ArgumentException>(() => Standardizer.Fit(data[..0]));
        Assert.Throws<ArgumentException>(() => Standardizer.Fit(data, "other"));
        Assert.Throws<ArgumentException>(() => Standardizer.Fit(Dataset.FromArrays([float.NaN], [0])));
        var error = Assert.Throws<ArgumentException>(() => Standardizer.Fit(data).Apply(Dataset.FromArrays([1f], [0])));
        Assert.StartsWith("Column 'input': expected samples of shape [2], found [1].", error.Message, StringComparison.Ordinal);
    }
}
