using System;
using System.Globalization;

namespace NetGen.Generator.Emission;

/// <summary>
/// Writes numbers as C#, whatever the culture: the shortest digits that read back as the same number, and the names of
/// those numbers that have no digits.
/// </summary>
internal static class Literals
{
    /// <summary>The <c>float</c> nearest to <paramref name="value"/>: <c>0.1f</c>, <c>-0f</c>, <c>float.NaN</c>.</summary>
    public static string Float(double value)
    {
        var single = (float)value;
        return float.IsNaN(single) ? "float.NaN"
            : float.IsPositiveInfinity(single) ? "float.PositiveInfinity"
            : float.IsNegativeInfinity(single) ? "float.NegativeInfinity"
            : Digits(single) + "f";
    }

    /// <summary>The <c>double</c> <paramref name="value"/>: <c>0.1</c>, <c>2.0</c>, <c>-0.0</c>, <c>double.NaN</c>.</summary>
    public static string Double(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return double.IsNaN(value) ? "double.NaN" : value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        }

        var digits = Digits(value);
        return digits.IndexOfAny(['.', 'E']) < 0 ? digits + ".0" : digits;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static string Boolean(bool value) => value ? "true" : "false";

    /// <summary>A whole number.</summary>
    public static string Integer(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The shortest decimal digits that read back as <paramref name="value"/>, which is finite.</summary>
    public static string Digits(double value)
    {
        if (IsNegativeZero(value))
        {
            return "-0";
        }

        var text = string.Empty;
        for (var precision = 15; precision <= 17; precision++)
        {
            text = value.ToString("G" + Integer(precision), CultureInfo.InvariantCulture);
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && read == value)
            {
                break;
            }
        }

        return text;
    }

    /// <summary>The shortest decimal digits that read back as <paramref name="value"/>, which is finite.</summary>
    public static string Digits(float value)
    {
        if (IsNegativeZero(value))
        {
            return "-0";
        }

        var text = string.Empty;
        for (var precision = 6; precision <= 9; precision++)
        {
            text = value.ToString("G" + Integer(precision), CultureInfo.InvariantCulture);
            if (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && read == value)
            {
                break;
            }
        }

        return text;
    }

    private static bool IsNegativeZero(double value) => BitConverter.DoubleToInt64Bits(value) == long.MinValue;
}
