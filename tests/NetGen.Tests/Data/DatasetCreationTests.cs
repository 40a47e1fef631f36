using System;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Data;

public sealed class DatasetCreationTests
{
    private static readonly float[] Expected = [1, 2, 3, 4, 5, 6];

    private static float[] Inputs(Dataset data) =>
        Describe.Fill(data, [.. Enumerable.Range(0, data.Count)], Describe.Input("x", data.Columns[0].Size))[0].AsSpan<float>().ToArray();

    [Fact]
    public void Flat_arrays_tell_the_size_of_a_sample()
    {
        var data = Dataset.FromArrays([1.0, 2, 3, 4, 5, 6], [0, 1]);

        Assert.Equal([3], data.Columns[0].Shape.AsSpan());
        Assert.Equal(Expected, Inputs(data));
    }

    [Fact]
    public void Jagged_and_rectangular_arrays_hold_the_same()
    {
        var jagged = Dataset.FromArrays(new float[][] { [1, 2], [3, 4], [5, 6] }, [0, 1, 2]);
        var rectangular = Dataset.FromArrays(new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } }, [0, 1, 2]);

        Assert.Equal(Expected, Inputs(jagged));
        Assert.Equal(Expected, Inputs(rectangular));
        Assert.Equal(3, jagged.Count);
        Assert.Equal(3, rectangular.Count);
    }

    [Fact]
    public void Targets_may_be_values()
    {
        Dataset[] sets =
        [
            Dataset.FromArrays(new float[][] { [1], [2] }, new float[][] { [3, 4], [5, 6] }),
            Dataset.FromArrays(new float[,] { { 1 }, { 2 } }, new float[,] { { 3, 4 }, { 5, 6 } }),
        ];

        foreach (var data in sets)
        {
            var batch = Describe.Fill(data, [1, 0], Describe.Input("x", 1), Describe.Target("y", 2));
            Assert.Equal([5f, 6, 3, 4], batch["y"].AsSpan<float>());
        }

        var single = Dataset.FromArrays(new double[][] { [1], [2] }, [7.0, 8.0]);
        Assert.Equal([8f, 7f], Describe.Fill(single, [1, 0], Describe.Input("x", 1), Describe.Target("y", 1))["y"].AsSpan<float>());
    }

    [Fact]
    public void Different_counts_are_refused()
    {
        var flat = Assert.Throws<ArgumentException>(() => Dataset.FromArrays(new float[6], [0, 1], 2));
        Assert.StartsWith("Column 'target': expected 3 samples as in 'input', found 2.", flat.Message, StringComparison.Ordinal);

        var uneven = Assert.Throws<ArgumentException>(() => Dataset.FromArrays(new float[7], [0, 1]));
        Assert.StartsWith("Expected the inputs of 2 samples, one for each class index; found 7 values.", uneven.Message, StringComparison.Ordinal);

        var whole = Assert.Throws<ArgumentException>(() => Dataset.FromArrays(new float[7], [0, 1], 3));
        Assert.StartsWith("Column 'input': expected a multiple of 3 values, found 7.", whole.Message, StringComparison.Ordinal);

        var ragged = Assert.Throws<ArgumentException>(() => Dataset.FromArrays(new float[][] { [1, 2], [3] }, [0, 1]));
        Assert.Equal("Sample 1 of 'input': expected 2 values as in sample 0, found 1.", ragged.Message);
    }

    [Fact]
    public void Wrong_declarations_are_refused()
    {
        var taken = new DatasetBuilder().Input("x", new float[2]);

        Assert.Throws<ArgumentException>(() => taken.Input("x", new float[2]));
        Assert.Throws<ArgumentException>(() => new DatasetBuilder().Input("x", new float[2], 0));
        Assert.Throws<ArgumentException>(() => new DatasetBuilder().Input("x", new float[2], -1, -2));
        Assert.Throws<ArgumentException>(() => new DatasetBuilder().Input("x", new float[2], 65536, 65536));
        Assert.Throws<NotSupportedException>(() => new DatasetBuilder().Input("x", new long[2]));
        Assert.Throws<ArgumentNullException>(() => new DatasetBuilder().Input("x", (float[])null!));
        Assert.Throws<InvalidOperationException>(() => new DatasetBuilder().Build());
    }

    [Fact]
    public void Sample_weights_must_be_as_many_as_samples_and_given_once()
    {
        var data = Dataset.FromArrays([1f, 2f], [0, 0]);

        var error = Assert.Throws<ArgumentException>(() => data.WithSampleWeights(1, 2, 3));
        Assert.StartsWith("Expected 2 sample weights, one for each sample; found 3.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => data.WithSampleWeights(1, 2).WithSampleWeights(1, 2));
    }
}
