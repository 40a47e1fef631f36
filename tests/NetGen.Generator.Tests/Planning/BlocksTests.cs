using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using Xunit;
using ValueType = NetGen.Generator.Graph.TensorType;

namespace NetGen.Generator.Tests.Planning;

/// <summary>How far samples lie apart, and whether the memory of a value has room for that.</summary>
public sealed class BlocksTests
{
    [Fact]
    public void SamplesDoNotLieInTheSameSetsOfTheCache() =>
        Assert.All(Enumerable.Range(2, 600), count => Assert.NotEqual(0, Blocks.SampleStride(ValueType.PerSample(new Shape(count))) % 128));

    [Fact]
    public void AValueHasRoomForAllSamplesAtTheirStride() => Assert.All(Enumerable.Range(1, 600), count =>
    {
        var type = ValueType.PerSample(new Shape(count));
        var stride = Blocks.SampleStride(type);

        Assert.InRange(stride, count, Blocks.LengthPerSample(type, Layout.RowMajor));
        Assert.InRange(Blocks.SampleStride(type.InGroups), count * ValueType.GroupSize, Blocks.LengthPerSample(type.InGroups, Layout.RowMajor) * ValueType.GroupSize);
    });

    [Fact]
    public void NumbersOfSamplesLieSideBySide() => Assert.Equal(1, Blocks.SampleStride(ValueType.PerSample(Shape.Scalar)));
}
