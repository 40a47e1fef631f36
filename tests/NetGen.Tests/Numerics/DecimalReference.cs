using System;

namespace NetGen.Tests.Numerics;

/// <summary>
/// Functions for which the framework has no precise form, from their series in decimal arithmetic of 28 digits.
/// </summary>
internal static class DecimalReference
{
    /// <summary>e^x − 1.</summary>
    public static double ExpMinusOne(double x)
    {
        if (Math.Abs(x) is not (>= 1e-6 and <= 1))
        {
            return Math.Abs(x) < 1e-6 ? x + (x * x / 2) + (x * x * x / 6) : Math.Exp(x) - 1;
        }

        var (sum, term) = (0m, 1m);
        for (var k = 1; k < 40; k++)
        {
            term *= (decimal)x / k;
            sum += term;
        }

        // The conversion of x to decimal keeps 15 digits only; the rest is added to first order.
        return (double)sum + (LostDigits(x) * Math.Exp(x));
    }

    /// <summary>ln(1 + x) = 2·artanh(x / (2 + x)).</summary>
    public static double LogOnePlus(double x)
    {
        if (x is not (>= -0.5 and <= 2) || Math.Abs(x) < 1e-6)
        {
            return Math.Abs(x) < 1e-6 ? x - (x * x / 2) + (x * x * x / 3) : x > 2 ? Math.Log(x) + LogOnePlus(1 / x) : Math.Log(1 + x);
        }

        var s = (decimal)x / (2 + (decimal)x);
        var (sum, power) = (0m, s);
        for (var k = 1; k < 120; k += 2)
        {
            sum += power / k;
            power *= s * s;
        }

        return (double)(2 * sum) + (LostDigits(x) / (1 + x));
    }

    /// <summary>erf(x) = 2/√π·Σ (−1)ᵏ·x^(2k+1) / (k!·(2k+1)); beyond 5 its distance from 1 is under 2e-12 and taken from the first terms of the asymptotic series.</summary>
    public static double Erf(double x)
    {
        if (double.IsInfinity(x))
        {
            return Math.Sign(x);
        }

        if (Math.Abs(x) > 5)
        {
            var z = x * x;
            var scale = 1 - (1 / (2 * z)) + (3 / (4 * z * z)) - (15 / (8 * z * z * z));
            return Math.CopySign(1 - (Math.Exp(-z) / (Math.Abs(x) * Math.Sqrt(Math.PI)) * scale), x);
        }

        if (double.IsNaN(x) || Math.Abs(x) < 1e-4)
        {
            return 2 / Math.Sqrt(Math.PI) * (x - (x * x * x / 3));
        }

        var square = (decimal)x * (decimal)x;
        var (sum, term) = (0m, (decimal)x);
        for (var k = 0; k < 140; k++)
        {
            sum += term / ((2 * k) + 1);
            term *= -square / (k + 1);
        }

        const decimal Factor = 1.1283791670955125738961589031m;
        return (double)(Factor * sum) + (LostDigits(x) * (double)Factor * Math.Exp(-x * x));
    }

    private static double LostDigits(double x) => x - (double)(decimal)x;
}
