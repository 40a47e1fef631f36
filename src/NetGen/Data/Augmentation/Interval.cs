using System;

namespace NetGen;

/// <summary>The numbers from which a step draws one for each image, each with the same probability.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The greatest.</param>
internal readonly record struct Interval(double Low, double High)
{
    public double Draw(ref SampleRandom random) => random.Uniform(Low, High);

    /// <summary>The numbers that are no greater than another, with either sign.</summary>
    public static Interval Around(double most, string name) => most is >= 0 and <= float.MaxValue
        ? new Interval(-most, most)
        : throw new ArgumentOutOfRangeException(name, most, $"Expected a finite number of at least 0, found {most}.");

    /// <summary>The numbers between two others.</summary>
    public static Interval Between(double low, double high, string lowName, string highName)
    {
        CheckFinite(low, lowName);
        CheckFinite(high, highName);
        return high >= low
            ? new Interval(low, high)
            : throw new ArgumentOutOfRangeException(highName, high, $"Expected a number of at least {low}, found {high}.");
    }

    private static void CheckFinite(double value, string name)
    {
        if (!float.IsFinite((float)value))
        {
            throw new ArgumentOutOfRangeException(name, value, $"Expected a number within the range of float, found {value}.");
        }
    }
}
