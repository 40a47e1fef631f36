using System;
using System.Collections.Immutable;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Networks;

[Trait("Category", "Numeric")]
public class InitializationTests
{
    private const int FanIn = 300;
    private const int FanOut = 200;

    [Theory]
    [InlineData(Init.Default, 7.0, 0.057735026918962574)] // 1/√300
    [InlineData(Init.Uniform, 0.2, 0.2)]
    [InlineData(Init.XavierUniform, 2.0, 0.21908902300206645)] // 2 · √(6/500)
    [InlineData(Init.HeUniform, 0.5, 0.07071067811865475)] // 0.5 · √(6/300)
    public void UniformKindsFillTheirRange(Init kind, double value, double bound)
    {
        var values = Draw(kind, value);
        Assert.InRange(values.Max(), 0.999 * bound, bound);
        Assert.InRange(values.Min(), -bound, -0.999 * bound);

        // 60,000 values of deviation bound/√3: five deviations of their mean, and of the mean square (√(4/45)·bound²).
        var root = Math.Sqrt(values.Length);
        Assert.InRange(values.Average() / bound, -5 / Math.Sqrt(3) / root, 5 / Math.Sqrt(3) / root);
        Assert.InRange((values.Average(x => x * x) / (bound * bound)) - (1.0 / 3), -1.5 / root, 1.5 / root);
    }

    [Theory]
    [InlineData(Init.Normal, 0.2, 0.2)]
    [InlineData(Init.XavierNormal, 2.0, 0.12649110640673517)] // 2 · √(2/500)
    [InlineData(Init.HeNormal, 0.5, 0.04082482904638631)] // 0.5 · √(2/300)
    public void NormalKindsHaveTheirDeviation(Init kind, double value, double deviation)
    {
        var values = Draw(kind, value);
        var root = Math.Sqrt(values.Length);
        Assert.InRange(values.Average() / deviation, -5 / root, 5 / root);
        Assert.InRange((values.Average(x => x * x) / (deviation * deviation)) - 1, -5 * Math.Sqrt(2) / root, 5 * Math.Sqrt(2) / root);
        Assert.InRange(values.Max(), 3.5 * deviation, 7 * deviation);
    }

    [Fact]
    public void ConstantsAreConstant()
    {
        Assert.All(Draw(Init.Constant, -1.5), value => Assert.Equal(-1.5, value));
        Assert.All(Draw(Init.Zeros, 3), value => Assert.Equal(0, value));
    }

    [Fact]
    public void TheLayoutDoesNotChangeTheValues()
    {
        var byRows = Segment("weight", Init.HeNormal, 1);
        var byColumns = byRows with { LaneAxis = 1, Offset = 160 };
        Assert.Equal(Values(byRows, ElementType.Float32), Values(byColumns, ElementType.Float32));
        Assert.NotEqual(byRows.Locate(1) - byRows.Offset, byColumns.Locate(1) - byColumns.Offset);
    }

    [Fact]
    public void LanesMayLieOnAnyAxis()
    {
        var initializer = new Initializer(Init.Uniform, 1, 1, 1);
        var expected = Values(new ParameterSegment("kernel", [19, 17, 3], 0, 0, initializer), ElementType.Float64);
        Assert.Equal(expected.Length, expected.Distinct().Count());
        Assert.Equal(expected, Values(new ParameterSegment("kernel", [19, 17, 3], 0, 1, initializer), ElementType.Float64));
        Assert.Equal(expected, Values(new ParameterSegment("kernel", [19, 17, 3], 0, 2, initializer), ElementType.Float64));
        Assert.Equal(expected[0], Assert.Single(Values(new ParameterSegment("scalar", [], 16, 0, initializer), ElementType.Float64)));
    }

    [Fact]
    public void DoubleNetworksBeginWithTheValuesOfFloatOnes()
    {
        var segment = Segment("weight", Init.HeNormal, 1);
        Assert.Equal(Values(segment, ElementType.Float32), Values(segment, ElementType.Float64).Select(value => (double)(float)value));
    }

    [Fact]
    public void EveryParameterHasAStreamOfItsOwn()
    {
        var first = Segment("first", Init.Uniform, 1);
        var second = Segment("second", Init.Uniform, 1) with { Offset = first.Length };
        var third = Segment("third", Init.Zeros, 1) with { Offset = 2 * first.Length };
        var both = Store(ElementType.Float64, 1, first, second);
        var three = Store(ElementType.Float64, 1, third with { Offset = 0 }, second, first with { Offset = 2 * first.Length });
        Assert.Equal(both["second"].ToArray<double>(), three["second"].ToArray<double>());
        Assert.NotEqual(both["first"].ToArray<double>(), both["second"].ToArray<double>());
        Assert.NotEqual(both["first"].ToArray<double>(), Store(ElementType.Float64, 2, first, second)["first"].ToArray<double>());
        Assert.Equal(both["first"].ToArray<double>(), Store(ElementType.Float64, 1, first, second)["first"].ToArray<double>());
    }

    [Fact]
    public void PaddingStaysZero()
    {
        var segment = new ParameterSegment("bias", [5], 0, 0, new Initializer(Init.Constant, 2, 1, 5));
        Assert.Equal([2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], Store(ElementType.Float32, 1, segment).Buffer.AsSpan<float>().ToArray());
    }

    [Theory]
    [InlineData(Init.Default, 1.0, 0)]
    [InlineData(Init.HeNormal, 1.0, 0)]
    [InlineData(Init.Normal, double.NaN, 1)]
    [InlineData((Init)99, 1.0, 1)]
    public void WhatIsNotDefinedIsRefusedAndChangesNothing(Init kind, double value, int fanIn)
    {
        var good = new ParameterSegment("good", [5], 0, 0, new Initializer(Init.Constant, 2, 1, 5));
        var bad = new ParameterSegment("bad", [5], 16, 0, new Initializer(kind, value, fanIn, 5));
        var store = new ParameterStore([good, bad], ElementType.Float32);
        Assert.Contains("'bad'", Assert.Throws<ArgumentException>(() => Initialization.Initialize(store, 1)).Message, StringComparison.Ordinal);
        Assert.All(store["good"].ToArray<float>(), number => Assert.Equal(0, number));
        store.EndRead(store.BeginRead());
    }

    private static double[] Draw(Init kind, double value) => Values(Segment("weight", kind, value), ElementType.Float64);

    private static ParameterSegment Segment(string name, Init kind, double value) =>
        new(name, [FanOut, FanIn], 0, 0, new Initializer(kind, value, FanIn, FanOut));

    private static double[] Values(ParameterSegment segment, ElementType type) => Store(type, 1, segment)[segment.Name].ToArray<double>();

    private static ParameterStore Store(ElementType type, int seed, params ImmutableArray<ParameterSegment> segments)
    {
        var store = new ParameterStore(segments, type);
        Initialization.Initialize(store, seed);
        return store;
    }
}
