using System;
using Xunit;

namespace NetGen.Tests.Data;

public sealed class DatasetCheckTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_class_out_of_range_is_named_with_its_sample(int wrong)
    {
        var data = Dataset.FromArrays(new float[8], [0, 1, wrong, 2]);

        var error = Assert.Throws<ArgumentException>(() => data.CheckColumns([Describe.Input("x", 2), Describe.Class("digit", 3)]));

        Assert.Equal($"Sample 2 of column 'digit': expected a class in [0, 3), found {wrong}.", error.Message);
    }

    [Fact]
    public void A_byte_label_out_of_range_is_refused()
    {
        var data = new DatasetBuilder().Target("digit", new byte[] { 9, 10 }).Build();

        var error = Assert.Throws<ArgumentException>(() => data.CheckColumns([Describe.Class("digit", 10)]));

        Assert.Equal("Sample 1 of column 'digit': expected a class in [0, 10), found 10.", error.Message);
    }

    [Fact]
    public void A_class_that_is_no_whole_number_is_refused()
    {
        var data = new DatasetBuilder().Target("digit", new[] { 1f, 1.5f }).Build();

        var error = Assert.Throws<ArgumentException>(() => data.CheckColumns([Describe.Class("digit", 3)]));

        Assert.Equal("Sample 1 of column 'digit': expected a class in [0, 3), found 1.5.", error.Message);
    }

    [Fact]
    public void An_index_column_without_classes_takes_any_whole_number()
    {
        var index = new ColumnDescription("index", ColumnRole.Input, ElementType.Int32, []);
        new DatasetBuilder().Input("index", new[] { -5.0, int.MaxValue }).Build().CheckColumns([index]);

        var error = Assert.Throws<ArgumentException>(
            () => new DatasetBuilder().Input("index", new[] { 3e9 }).Build().CheckColumns([index]));
        Assert.Equal("Sample 0 of column 'index': expected a whole number of 32 bits, found 3000000000.", error.Message);
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void A_number_that_is_not_finite_is_named_with_its_sample(float wrong, string text)
    {
        var data = Dataset.FromArrays([1f, 2f, 3f, 4f, 5f, wrong], [0, 0, 0], 2);

        var error = Assert.Throws<ArgumentException>(() => data.CheckColumns([Describe.Input("x", 2), Describe.Class("y", 1)]));

        Assert.Equal($"Sample 2 of column 'x': expected a finite 32-bit number, found {text}.", error.Message);
    }

    [Fact]
    public void A_double_too_large_for_the_column_is_refused()
    {
        var data = Dataset.FromArrays([1.0, 1e300], [0, 0], 1);
        data.CheckColumns([Describe.Input("x", ElementType.Float64, 1)]);

        var error = Assert.Throws<ArgumentException>(() => data.CheckColumns([Describe.Input("x", 1)]));

        Assert.Equal("Sample 1 of column 'x': expected a finite 32-bit number, found 1E+300.", error.Message);
    }

    [Fact]
    public void A_scale_that_makes_bytes_infinite_is_refused()
    {
        var data = new DatasetBuilder().Input("x", new byte[] { 0, 1 }, new ByteScale(1e300)).Build();

        var error = Assert.Throws<ArgumentException>(() => data.CheckColumns([Describe.Input("x")]));

        Assert.StartsWith("Sample 1 of column 'x': expected a finite 32-bit number", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.5f, "a weight of at least 0")]
    [InlineData(float.NaN, "a finite 32-bit number")]
    public void A_wrong_sample_weight_is_refused(float wrong, string wanted)
    {
        var data = Dataset.FromArrays([1f, 2f], [0, 0]).WithSampleWeights(0, wrong);

        var error = Assert.Throws<ArgumentException>(
            () => data.CheckColumns([Describe.Input("x", 1), Describe.Class("y", 1), Describe.Weight("w")]));

        Assert.StartsWith($"Sample 1 of column 'w': expected {wanted}, found ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 784 }, new[] { 1, 28, 28 }, true)]
    [InlineData(new[] { 28, 28 }, new[] { 1, 28, 28 }, true)]
    [InlineData(new[] { 1, 28, 28 }, new[] { 784 }, true)]
    [InlineData(new[] { 28, 28, 1 }, new[] { 1, 28, 28 }, true)]
    [InlineData(new[] { 4, 196 }, new[] { 1, 28, 28 }, false)]
    [InlineData(new[] { 14, 56 }, new[] { 56, 14 }, false)]
    [InlineData(new[] { 783 }, new[] { 784 }, false)]
    public void Shapes_fit_when_they_mean_the_same(int[] stored, int[] expected, bool fits)
    {
        var size = 1;
        foreach (var axis in stored)
        {
            size *= axis;
        }

        var data = new DatasetBuilder().Input("x", new float[2 * size], stored).Build();
        var error = Record.Exception(() => data.CheckColumns([Describe.Input("x", expected)]));

        if (fits)
        {
            Assert.Null(error);
        }
        else
        {
            Assert.Equal(
                $"Column 'x': expected samples of shape [{string.Join(", ", expected)}], found [{string.Join(", ", stored)}] in 'x' of the data set.",
                Assert.IsType<ArgumentException>(error).Message);
        }
    }

    [Fact]
    public void A_view_is_checked_over_its_own_samples_alone()
    {
        var data = Dataset.FromArrays([1f, float.NaN, 3f], [0, 0, 0], 1);
        ColumnDescription[] columns = [Describe.Input("x", 1), Describe.Class("y", 1)];

        data[2..].CheckColumns(columns);
        var error = Assert.Throws<ArgumentException>(() => data[1..].CheckColumns(columns));

        Assert.StartsWith("Sample 0 of column 'x'", error.Message, StringComparison.Ordinal);
    }
}
