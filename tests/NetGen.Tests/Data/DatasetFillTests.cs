using System;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Data;

public sealed class DatasetFillTests
{
    private static readonly ColumnDescription[] TwoAndClass = [Describe.Input("x", 2), Describe.Class("y", 3)];

    private static Dataset Three() => Dataset.FromArrays([1f, 2f, 3f, 4f, 5f, 6f], [0, 1, 2], 2);

    [Fact]
    public void Samples_are_gathered_in_the_order_asked_for()
    {
        var batch = Describe.Fill(Three(), [2, 0, 2], TwoAndClass);

        Assert.Equal(3, batch.Count);
        Assert.Equal([5f, 6, 1, 2, 5, 6], batch["x"].AsSpan<float>());
        Assert.Equal([2, 0, 2], batch["y"].AsSpan<int>());
    }

    [Fact]
    public void A_batch_that_was_never_checked_is_checked_when_filled()
    {
        var batch = new Batch([Describe.Input("x", 3)]);

        var error = Assert.Throws<ArgumentException>(() => Three().Fill([0], batch));

        Assert.Equal("Column 'x': expected samples of shape [3], found [2] in 'input' of the data set.", error.Message);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_sample_that_is_not_there_is_refused(int row)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Describe.Fill(Three(), [0, row], TwoAndClass));

        Assert.Contains($"There is no sample {row}; the data set has 3 samples.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_are_converted_to_the_type_of_the_column()
    {
        var data = new DatasetBuilder()
            .Input("single", new[] { 0.5f, 1.5f })
            .Input("double", new[] { 0.1, 0.2 })
            .Input("whole", new[] { 7, -8 })
            .Input("byte", new byte[] { 3, 255 })
            .Target("class", new byte[] { 4, 5 })
            .Target("real", new[] { 6.0, 7.0 })
            .Build();

        var batch = Describe.Fill(
            data,
            [1, 0],
            Describe.Input("single", ElementType.Float64),
            Describe.Input("double"),
            Describe.Input("whole", ElementType.Float64),
            Describe.Input("byte"),
            Describe.Class("class", 6),
            Describe.Class("real", 8));

        Assert.Equal([1.5, 0.5], batch["single"].AsSpan<double>());
        Assert.Equal([0.2f, 0.1f], batch["double"].AsSpan<float>());
        Assert.Equal([-8.0, 7.0], batch["whole"].AsSpan<double>());
        Assert.Equal([255f, 3f], batch["byte"].AsSpan<float>());
        Assert.Equal([5, 4], batch["class"].AsSpan<int>());
        Assert.Equal([7, 6], batch["real"].AsSpan<int>());
    }

    [Fact]
    public void Bytes_stand_for_scaled_numbers_rounded_once()
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(b => (byte)b)];
        var data = new DatasetBuilder().Input("x", all, new ByteScale(1.0 / 255, -0.5)).Build();

        var rows = Enumerable.Range(0, 256).ToArray();
        var singles = Describe.Fill(data, rows, Describe.Input("x"))[0].AsSpan<float>().ToArray();
        var doubles = Describe.Fill(data, rows, Describe.Input("x", ElementType.Float64))[0].AsSpan<double>().ToArray();

        Assert.Equal(rows.Select(b => (float)((b * (1.0 / 255)) - 0.5)), singles);
        Assert.Equal(rows.Select(b => (b * (1.0 / 255)) - 0.5), doubles);
    }

    [Fact]
    public void Images_run_from_zero_to_one()
    {
        var data = Dataset.FromImages([0, 51, 102, 255], [1, 0], 1, 1, 2);

        var batch = Describe.Fill(data, [0, 1], Describe.Input("image", 1, 1, 2), Describe.Class("digit", 2));

        Assert.Equal([0f, 0.2f, 0.4f, 1f], batch["image"].AsSpan<float>());
    }

    [Fact]
    public void Filling_allocates_nothing()
    {
        var data = new DatasetBuilder()
            .Input("x", new float[4000], 40)
            .Input("z", new byte[400], ByteScale.UnitInterval, 4)
            .Target("y", new int[100])
            .SampleWeight("w", new double[100])
            .Build()
            .Split(0.9, seed: 3).First;
        ColumnDescription[] columns = [Describe.Input("x", 40), Describe.Input("z", ElementType.Float64, 4), Describe.Class("y", 5), Describe.Weight("w")];
        data.CheckColumns(columns);
        var batch = new Batch(columns, capacity: 64);
        int[] rows = [.. Enumerable.Range(10, 64)];
        data.Fill(rows, batch);

        var before = GC.GetAllocatedBytesForCurrentThread();
        data.Fill(rows, batch);
        data.Fill(rows.AsSpan(0, 13), batch);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void A_second_check_of_equal_columns_looks_at_no_value()
    {
        var values = new float[] { 1, 2 };
        var data = Dataset.FromArrays(values, [0, 1], 1);
        data.CheckColumns([Describe.Input("x", 1), Describe.Class("y", 2)]);
        values[0] = float.NaN;

        data.CheckColumns([Describe.Input("x", 1), Describe.Class("y", 2)]);

        Assert.Throws<ArgumentException>(() => data.CheckColumns([Describe.Input("x", 1), Describe.Class("y", 3)]));
    }
}
