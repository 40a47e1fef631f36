using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

// |x|^y = e^(y·ln |x|). The product may reach several hundred, and its absolute error is the relative error of the
// result; so ln |x| must be better than the result: float computes it in double, double in two parts.
public static partial class VectorMath
{
    /// <summary>
    /// x to a constant power, with the special cases of <see cref="Math.Pow"/>: negative x has a power for whole
    /// exponents only, and NaN otherwise.
    /// </summary>
    /// <param name="x">The bases.</param>
    /// <param name="exponent">The exponent of all lanes, finite.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Power(Vector<float> x, double exponent)
    {
        Vector.Widen(Vector.Abs(x), out var low, out var high);
        var y = new Vector<double>(exponent);
        var magnitude = Vector.Narrow(Exp(y * Log(low)), Exp(y * Log(high)));
        if (exponent == 0)
        {
            return Vector<float>.One;
        }

        return exponent != Math.Floor(exponent)
            ? Vector.ConditionalSelect(IsNegativeNumber(x), new Vector<float>(float.NaN), magnitude)
            : IsOdd(exponent) ? Vector.CopySign(magnitude, x) : magnitude;
    }

    /// <summary>
    /// x to a constant power, with the special cases of <see cref="Math.Pow"/>: negative x has a power for whole
    /// exponents only, and NaN otherwise.
    /// </summary>
    /// <param name="x">The bases.</param>
    /// <param name="exponent">The exponent of all lanes, finite.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Power(Vector<double> x, double exponent)
    {
        if (exponent == 0)
        {
            return Vector<double>.One;
        }

        var magnitude = PowerOfMagnitude(Vector.Abs(x), exponent);
        return exponent != Math.Floor(exponent)
            ? Vector.ConditionalSelect(IsNegativeNumber(x), new Vector<double>(double.NaN), magnitude)
            : IsOdd(exponent) ? Vector.CopySign(magnitude, x) : magnitude;
    }

    // −∞ is no number here: like ∞, it has a power for every exponent.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> IsNegativeNumber(Vector<float> x) =>
        Vector.LessThan(x, Vector<float>.Zero) & Vector.GreaterThan(x, new Vector<float>(float.NegativeInfinity));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<long> IsNegativeNumber(Vector<double> x) =>
        Vector.LessThan(x, Vector<double>.Zero) & Vector.GreaterThan(x, new Vector<double>(double.NegativeInfinity));

    private static bool IsOdd(double exponent) => Math.Abs(exponent % 2) == 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector<double> PowerOfMagnitude(Vector<double> x, double exponent)
    {
        // Beyond 2^64 the result is 0, 1 or ∞ whatever the exponent is exactly.
        var y = new Vector<double>(Math.Clamp(exponent, -18446744073709551616.0, 18446744073709551616.0));
        var (high, low) = LogInTwoParts(x);
        var product = y * high;
        var tail = ProductError(y, high, product) + (y * low);

        // At 0 and ∞ the logarithm is infinite, and has no second part.
        var plain = y * Log(x);
        var isOrdinary = Vector.LessThan(Vector.Abs(plain), new Vector<double>(1e6));
        return Exp(
            Vector.ConditionalSelect(isOrdinary, product, plain),
            Vector.ConditionalSelect(isOrdinary, tail, Vector<double>.Zero));
    }

    // ln x = High + Low. The square and the sum that carry the leading digits are exact; the other terms are small.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<double> High, Vector<double> Low) LogInTwoParts(Vector<double> x)
    {
        var (e, f) = SplitNormalized(x);
        var s = f / (f + new Vector<double>(2));
        var z = s * s;
        var halfF = new Vector<double>(0.5) * f;
        var h = halfF * f;
        var hError = ProductError(halfF, f, h);
        var small = s * Vector.MultiplyAddEstimate(z, ArtanhTerms(z), h);

        var (first, firstError) = ExactSum(f, -h);
        var (second, secondError) = ExactSum(e * new Vector<double>(DoubleLn2High), first);
        var rest = (small - hError) + (firstError + secondError) + (e * new Vector<double>(DoubleLn2Low));
        return ExactSum(second, rest);
    }

    // The sum and its rounding error (O. Møller, D. Knuth).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<double> Sum, Vector<double> Error) ExactSum(Vector<double> a, Vector<double> b)
    {
        var sum = a + b;
        var bRounded = sum - a;
        return (sum, (a - (sum - bRounded)) + (b - bRounded));
    }

    // The rounding error of a·b, from halves of the factors (T. J. Dekker, 1971), which no fused instruction is needed for.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> ProductError(Vector<double> a, Vector<double> b, Vector<double> product)
    {
        var (aHigh, aLow) = Halves(a);
        var (bHigh, bLow) = Halves(b);
        return (((aHigh * bHigh) - product) + (aHigh * bLow) + (aLow * bHigh)) + (aLow * bLow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<double> High, Vector<double> Low) Halves(Vector<double> a)
    {
        var scaled = new Vector<double>(134217729) * a;
        var high = scaled - (scaled - a);
        return (high, a - high);
    }
}
