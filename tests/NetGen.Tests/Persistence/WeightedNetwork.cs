using System;
using System.Collections.Immutable;

namespace NetGen.Tests.Persistence;

/// <summary>A network that is nothing but its parameters, in the blocked layouts that the compiler chooses.</summary>
internal sealed class WeightedNetwork : INetwork
{
    public WeightedNetwork(ElementType elementType, params (string Name, int[] Shape)[] parameters)
    {
        var segments = ImmutableArray.CreateBuilder<ParameterSegment>();
        var offset = 0;
        foreach (var (name, shape) in parameters)
        {
            var segment = new ParameterSegment(name, [.. shape], offset, LaneAxis: 0, new Initializer(Init.Zeros, 0, 1, 1));
            segments.Add(segment);
            offset += segment.Length;
        }

        Parameters = new ParameterStore(segments.ToImmutable(), elementType);
    }

    public ParameterStore Parameters { get; }

    public NetworkDescription Description => throw new NotSupportedException();

    /// <summary>Dense(3), Dense(2) over four inputs.</summary>
    public static WeightedNetwork Two(ElementType elementType = ElementType.Float32, string prefix = "dense") => new(
        elementType,
        ($"{prefix}1.weight", [3, 4]),
        ($"{prefix}1.bias", [3]),
        ($"{prefix}2.weight", [2, 3]),
        ($"{prefix}2.bias", [2]));

    /// <summary>Sets every parameter to numbers that are all different and not exact in binary.</summary>
    public WeightedNetwork Filled(double from = 0.1)
    {
        var value = from;
        foreach (var view in Parameters.Views())
        {
            var values = new double[view.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = value;
                value = -value * 1.07;
            }

            view.CopyFrom<double>(values);
        }

        return this;
    }

    public double[][] Values() => [.. System.Linq.Enumerable.Select(Parameters.Views(), view => view.ToArray<double>())];

    /// <summary>The outputs of <see cref="Two"/> with ReLU between its layers, by the formula, in double.</summary>
    public double[] Forward(ReadOnlySpan<double> x)
    {
        var hidden = Dense(x, Parameters["dense1.weight"], Parameters["dense1.bias"]);
        return Dense(Array.ConvertAll(hidden, h => Math.Max(h, 0)), Parameters["dense2.weight"], Parameters["dense2.bias"]);
    }

    public Workspace CreateWorkspace(int capacity = 1) => throw new NotSupportedException();

    public void Predict(Batch inputs, Batch outputs) => throw new NotSupportedException();

    private static double[] Dense(ReadOnlySpan<double> x, ParameterView weight, ParameterView bias)
    {
        var y = new double[bias.Count];
        for (var o = 0; o < y.Length; o++)
        {
            y[o] = bias[o];
            for (var i = 0; i < x.Length; i++)
            {
                y[o] += weight[o, i] * x[i];
            }
        }

        return y;
    }
}
