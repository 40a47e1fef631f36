using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Training;

/// <summary>Parameters of the shapes in the reference file: a weight of 17 × 1 over two blocks of lanes and a bias of 3, both with padding.</summary>
internal static class TestParameters
{
    private static readonly Initializer Zeros = new(Init.Zeros, 0, 1, 17);

    internal static ParameterSegment Weight { get; } = new("weight", [17, 1], Offset: 0, LaneAxis: 0, Zeros);

    internal static ParameterSegment Bias { get; } = new("bias", [3], Offset: 32, LaneAxis: 0, Zeros);

    internal static ImmutableArray<ParameterSegment> Segments { get; } = [Weight, Bias];

    internal static ParameterStore Store(ElementType type, params ImmutableArray<ParameterSegment> segments)
    {
        var store = new ParameterStore(segments.IsEmpty ? Segments : segments, type);
        Set(store, OptimizerReference.Initial);
        return store;
    }

    internal static ParameterBuffer Gradients(ParameterStore store, IReadOnlyDictionary<string, double[]> values)
    {
        var gradients = new ParameterBuffer(store.Segments, store.Buffer.ElementType);
        Set(gradients, values);
        return gradients;
    }

    internal static void Set(ParameterBuffer buffer, IReadOnlyDictionary<string, double[]> values)
    {
        foreach (var view in buffer.Views())
        {
            view.CopyFrom(values[view.Name]);
        }
    }

    /// <summary>Every number of the flat buffer, padding included.</summary>
    internal static double[] Flat(ParameterBuffer buffer) => buffer.Buffer.ElementType == ElementType.Float64
        ? buffer.Buffer.AsSpan<double>().ToArray()
        : Array.ConvertAll(buffer.Buffer.AsSpan<float>().ToArray(), value => (double)value);

    internal static void AssertPaddingIsZero(ParameterBuffer buffer)
    {
        var flat = Flat(buffer);
        var used = buffer.Segments.SelectMany(segment => Enumerable.Range(0, segment.Count).Select(segment.Locate)).ToHashSet();
        Assert.True(used.Count < flat.Length);
        for (var i = 0; i < flat.Length; i++)
        {
            Assert.True(used.Contains(i) || flat[i] == 0, $"Padding at {i} is {flat[i]}.");
        }
    }

    /// <summary>max|Δ| / max|expected|.</summary>
    internal static double Difference(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        var largest = expected.Max(Math.Abs);
        var difference = expected.Zip(actual, (x, y) => Math.Abs(x - y)).Max();
        return largest == 0 ? difference : difference / largest;
    }
}
