using System;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>Checks of arguments; a setting outside its range, NaN included, is an <see cref="ArgumentOutOfRangeException"/>.</summary>
internal static class Require
{
    // What a float network could not represent would turn into infinity there, and padding into NaN.
    private const double Largest = float.MaxValue;

    internal static double NonNegative(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value is >= 0 and <= Largest ? value : throw Outside(name, value, "at least 0 and within the range of float");

    internal static double Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value is >= float.Epsilon and <= Largest ? value : throw Outside(name, value, "positive and within the range of float");

    /// <summary>A share that decays: in [0, 1).</summary>
    internal static double Decay(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value is >= 0 and < 1 ? value : throw Outside(name, value, "in [0, 1)");

    internal static double Share(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value is >= 0 and <= 1 ? value : throw Outside(name, value, "in [0, 1]");

    internal static int Positive(int value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value > 0 ? value : throw Outside(name, value, "positive");

    /// <summary>Checks that gradients lie like the parameters that they are for.</summary>
    internal static void SameLayout(ParameterBuffer parameters, ParameterBuffer gradients)
    {
        var (expected, found) = (parameters.Buffer, gradients.Buffer);
        if (expected.Length != found.Length || expected.ElementType != found.ElementType)
        {
            throw new ArgumentException(
                $"Expected gradients of {expected.Length} {expected.ElementType} values like the parameters, found {found.Length} {found.ElementType} values.",
                nameof(gradients));
        }
    }

    /// <summary>Checks that a data set has samples and fits a network.</summary>
    internal static void Samples(IDataset data, ITrainableNetwork network, [CallerArgumentExpression(nameof(data))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(data, name);
        data.CheckColumns(network.Description.BatchColumns);
        if (data.Count <= 0)
        {
            throw new ArgumentException("Expected at least one sample, found none.", name);
        }
    }

    private static ArgumentOutOfRangeException Outside(string? name, object value, string expected) =>
        new(name, value, $"Expected a value {expected}, found {value}.");
}
