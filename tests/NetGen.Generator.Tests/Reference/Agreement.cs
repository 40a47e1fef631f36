using System;
using System.Globalization;
using System.Linq;
using Xunit;

namespace NetGen.Generator.Tests.Reference;

/// <summary>The measure of numeric agreement: max|Δ| / max|reference| over a tensor.</summary>
internal static class Agreement
{
    public static double Error(double[] reference, double[] actual)
    {
        Assert.Equal(reference.Length, actual.Length);
        var difference = reference.Zip(actual, (r, a) => r.Equals(a) ? 0 : Math.Abs(r - a)).DefaultIfEmpty().Max();
        var scale = reference.Select(Math.Abs).DefaultIfEmpty().Max();
        return difference == 0 ? 0 : difference / (scale == 0 ? 1 : scale);
    }

    /// <summary>Fails, naming the tensor, unless the error is at most <paramref name="tolerance"/>; NaN is never at most anything.</summary>
    public static void Check(double[] reference, double[] actual, double tolerance, string name)
    {
        var error = Error(reference, actual);
        Assert.True(
            error <= tolerance,
            string.Format(CultureInfo.InvariantCulture, "{0}: error {1:G3}, at most {2:G3} allowed. Expected {3}, got {4}.", name, error, tolerance, Show(reference), Show(actual)));
    }

    private static string Show(double[] numbers) =>
        string.Join(' ', numbers.Take(8).Select(number => number.ToString("G6", CultureInfo.InvariantCulture))) + (numbers.Length > 8 ? " …" : string.Empty);
}
