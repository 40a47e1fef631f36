using System;
using System.Numerics;

namespace NetGen.Tests.Training;

/// <summary>A loss of the networks written by hand, for one sample.</summary>
internal enum TestLoss
{
    MeanSquaredError,
    SoftmaxCrossEntropy,
    SoftmaxCrossEntropyOnDistributions,
    BinaryCrossEntropy,
}

internal static class TestLosses
{
    internal static string Kind(this TestLoss loss) =>
        loss == TestLoss.SoftmaxCrossEntropyOnDistributions ? "SoftmaxCrossEntropy" : loss.ToString();

    internal static ColumnDescription Target(this TestLoss loss, string name, ElementType type, int outputs) =>
        loss == TestLoss.SoftmaxCrossEntropy
            ? new ColumnDescription(name, ColumnRole.Target, ElementType.Int32, [], outputs)
            : new ColumnDescription(name, ColumnRole.Target, type, [outputs]);

    /// <summary>The loss of one sample; adds factor · ∂loss/∂output to the gradient.</summary>
    internal static double Evaluate<T>(this TestLoss loss, ReadOnlySpan<T> output, BatchColumn target, int sample, double factor, Span<T> gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var normalizer = loss is TestLoss.SoftmaxCrossEntropy or TestLoss.SoftmaxCrossEntropyOnDistributions ? LogSumExp(output) : 0;
        var sum = 0.0;
        for (var j = 0; j < output.Length; j++)
        {
            var x = double.CreateTruncating(output[j]);
            var t = loss == TestLoss.SoftmaxCrossEntropy
                ? (target.AsSpan<int>()[sample] == j ? 1.0 : 0.0)
                : double.CreateTruncating(target.AsSpan<T>()[(sample * output.Length) + j]);
            var (value, slope) = loss switch
            {
                TestLoss.MeanSquaredError => ((x - t) * (x - t) / output.Length, 2 * (x - t) / output.Length),
                TestLoss.BinaryCrossEntropy => ((Math.Log(1 + Math.Exp(x)) - (t * x)) / output.Length, ((1 / (1 + Math.Exp(-x))) - t) / output.Length),
                _ => (-t * (x - normalizer), Math.Exp(x - normalizer) - t),
            };
            sum += value;
            gradient[j] += T.CreateTruncating(factor * slope);
        }

        return sum;
    }

    private static double LogSumExp<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += Math.Exp(double.CreateTruncating(value));
        }

        return Math.Log(sum);
    }
}
