using System;
using Xunit;

namespace NetGen.Tests.Data.Augmentation;

/// <summary>Settings outside their range are refused where they are given.</summary>
public sealed class ArgumentTests
{
    private static readonly ImagePipeline Empty = new();

    public static TheoryData<string, Action> Outside() => new()
    {
        { "probability", () => Empty.FlipHorizontally(1.01) },
        { "probability", () => Empty.FlipVertically(-0.1) },
        { "probability", () => Empty.CutOut(3, 0, double.NaN) },
        { "padding", () => Empty.Crop(-1) },
        { "padding", () => Empty.Crop(int.MaxValue) },
        { "across", () => Empty.Shift(-1, 0) },
        { "down", () => Empty.Shift(0, double.NaN) },
        { "degrees", () => Empty.Rotate(double.PositiveInfinity) },
        { "degrees", () => Empty.Rotate(-1) },
        { "high", () => Empty.Rotate(2, 1) },
        { "low", () => Empty.Rotate(double.NaN, 1) },
        { "low", () => Empty.Scale(0, 1) },
        { "high", () => Empty.Scale(2, 1) },
        { "amount", () => Empty.Shear(1e39) },
        { "strength", () => Empty.Warp(-1, 4) },
        { "smoothness", () => Empty.Warp(1, 0) },
        { "smoothness", () => Empty.Warp(1, 101) },
        { "smoothness", () => Empty.Warp(1, double.NaN) },
        { "size", () => Empty.CutOut(0) },
        { "value", () => Empty.CutOut(1, double.NaN) },
        { "amount", () => Empty.Brightness(-0.1) },
        { "low", () => Empty.Contrast(-1, 1) },
        { "high", () => Empty.Contrast(1, double.NaN) },
        { "deviation", () => Empty.Noise(-1) },
        { "deviation", () => Empty.Normalize([0], [0]) },
        { "mean", () => Empty.Normalize([double.NaN], [1]) },
        { "value", () => ImageBorder.Constant(double.NegativeInfinity) },
        { "value", () => ImageBorder.Constant(1e39) },
    };

    [Theory]
    [MemberData(nameof(Outside))]
    public void A_number_outside_its_range_is_refused(string name, Action action) => Assert.Throws<ArgumentOutOfRangeException>(name, action);

    [Fact]
    public void Means_and_deviations_are_pairs()
    {
        Assert.Throws<ArgumentException>("deviation", () => Empty.Normalize([0, 1], [1]));
        Assert.Throws<ArgumentException>("deviation", () => Empty.Normalize([], []));
    }

    [Fact]
    public void Nothing_is_refused()
    {
        Assert.Throws<ArgumentNullException>("step", () => Empty.Then(null!));
        Assert.Throws<ArgumentNullException>("statistics", () => Empty.Normalize(null!));
        Assert.Throws<ArgumentNullException>("pipeline", () => Pictures.Random(1, 1, 1, 1).Augment(null!));
        Assert.Throws<ArgumentNullException>("data", () => ((IDataset)null!).Augment(Empty));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(0, -1)]
    [InlineData(2, 0)]
    [InlineData(-1, 0)]
    public void A_row_that_does_not_exist_is_refused(int channel, int row) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new ImagePixels<float>(new float[12], 2, 3, 2, new ImageMemory<float>()).Row(channel, row).Clear());

    [Fact]
    public void A_pipeline_never_changes()
    {
        var one = Empty.Rotate(5);
        Assert.Equal((0, 1, 1, 2), (Empty.Steps.Count, one.Steps.Count, one.Scale(1, 2).Steps.Count, one.Noise(1).Steps.Count));
        Assert.NotSame(one.Steps[0], one.Scale(1, 2).Steps[0]);
    }
}
