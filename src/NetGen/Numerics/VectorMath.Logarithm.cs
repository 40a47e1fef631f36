using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

// ln x = e·ln 2 + ln(1 + f), where x = 2^e·(1 + f) and 1 + f lies between √½ and √2. With s = f / (2 + f), z = s² and
// h = f²/2: ln(1 + f) = 2·artanh(s) = f − (h − s·(h + z·p(z))), in which the rounding errors are those of small terms.
public static partial class VectorMath
{
    /// <summary>The natural logarithm; −∞ at 0, NaN below.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Log(Vector<float> x)
    {
        var isSubnormal = Vector.LessThan(x, new Vector<float>(1.17549435e-38f));
        var normal = Vector.ConditionalSelect(isSubnormal, x * new Vector<float>(33554432f), x);
        var (exponent, mantissa) = Split(normal);
        var e = ExponentOf(exponent) - Vector.ConditionalSelect(isSubnormal, new Vector<float>(25), Vector<float>.Zero);
        return LogDomain(LogOf(e, mantissa - Vector<float>.One), x, Vector<float>.Zero);
    }

    /// <summary>The natural logarithm; −∞ at 0, NaN below.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Log(Vector<double> x)
    {
        var (e, f) = SplitNormalized(x);
        return LogDomain(LogOf(e, f), x, Vector<double>.Zero);
    }

    /// <summary>ln(1 + x), exact near 0; −∞ at −1, NaN below.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> LogOnePlus(Vector<float> x)
    {
        // f = x·2^−e + (2^−e − 1) does not pass through the rounded sum 1 + x. Where x is so large that 2^−e has no
        // normal form, that sum is as good as x itself.
        var (exponent, mantissa) = Split(Vector<float>.One + x);
        var scale = Vector.AsVectorSingle(Vector.ShiftLeft(new Vector<int>(254) - exponent, 23));
        var f = Vector.ConditionalSelect(
            Vector.GreaterThan(x, new Vector<float>(1e20f)),
            mantissa - Vector<float>.One,
            Vector.MultiplyAddEstimate(x, scale, scale - Vector<float>.One));
        var result = LogDomain(LogOf(ExponentOf(exponent), f), x, -Vector<float>.One);
        return Vector.ConditionalSelect(Vector.LessThan(Vector.Abs(x), new Vector<float>(1e-10f)), x, result);
    }

    /// <summary>ln(1 + x), exact near 0; −∞ at −1, NaN below.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> LogOnePlus(Vector<double> x)
    {
        var (exponent, mantissa) = Split(Vector<double>.One + x);
        var scale = Vector.AsVectorDouble(Vector.ShiftLeft(new Vector<long>(2046) - exponent, 52));
        var f = Vector.ConditionalSelect(
            Vector.GreaterThan(x, new Vector<double>(1e40)),
            mantissa - Vector<double>.One,
            Vector.MultiplyAddEstimate(x, scale, scale - Vector<double>.One));
        var result = LogDomain(LogOf(ExponentOf(exponent), f), x, -Vector<double>.One);
        return Vector.ConditionalSelect(Vector.LessThan(Vector.Abs(x), new Vector<double>(1e-20)), x, result);
    }

    // The biased exponent and the mantissa between √½ and √2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<int> Exponent, Vector<float> Mantissa) Split(Vector<float> x)
    {
        const int HalfRoot = 0x3F3504F3;
        var bits = Vector.AsVectorInt32(x) + new Vector<int>(0x3F800000 - HalfRoot);
        var mantissa = (bits & new Vector<int>(0x007FFFFF)) + new Vector<int>(HalfRoot);
        return (Vector.ShiftRightLogical(bits, 23), Vector.AsVectorSingle(mantissa));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<long> Exponent, Vector<double> Mantissa) Split(Vector<double> x)
    {
        const long HalfRoot = 0x3FE6A09E667F3BCD;
        var bits = Vector.AsVectorInt64(x) + new Vector<long>(0x3FF0000000000000 - HalfRoot);
        var mantissa = (bits & new Vector<long>(0x000FFFFFFFFFFFFF)) + new Vector<long>(HalfRoot);
        return (Vector.ShiftRightLogical(bits, 52), Vector.AsVectorDouble(mantissa));
    }

    // x = 2^E·(1 + F), subnormal x included.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<double> E, Vector<double> F) SplitNormalized(Vector<double> x)
    {
        var isSubnormal = Vector.LessThan(x, new Vector<double>(2.2250738585072014e-308));
        var normal = Vector.ConditionalSelect(isSubnormal, x * new Vector<double>(18014398509481984), x);
        var (exponent, mantissa) = Split(normal);
        var e = ExponentOf(exponent) - Vector.ConditionalSelect(isSubnormal, new Vector<double>(54), Vector<double>.Zero);
        return (e, mantissa - Vector<double>.One);
    }

    // The biased exponent as a number, without its bias: put below the leading bit of 2^23 or 2^52 it is exact.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> ExponentOf(Vector<int> biased) =>
        Vector.AsVectorSingle(biased | new Vector<int>(0x4B000000)) - new Vector<float>(8388608f + 127f);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> ExponentOf(Vector<long> biased) =>
        Vector.AsVectorDouble(biased | new Vector<long>(0x4330000000000000)) - new Vector<double>(4503599627370496.0 + 1023);

    // e·ln 2 + ln(1 + f).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> LogOf(Vector<float> e, Vector<float> f)
    {
        var s = f / (f + new Vector<float>(2));
        var z = s * s;
        var p = Step(new Vector<float>(0.23331587f), z, 0.2855078f);
        p = Step(p, z, 0.40000123f);
        p = Step(p, z, 0.6666667f);
        var h = new Vector<float>(0.5f) * f * f;
        var small = Vector.MultiplyAddEstimate(s, Vector.MultiplyAddEstimate(z, p, h), e * new Vector<float>(FloatLn2Low));
        return Vector.MultiplyAddEstimate(e, new Vector<float>(FloatLn2High), f - (h - small));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> LogOf(Vector<double> e, Vector<double> f)
    {
        var s = f / (f + new Vector<double>(2));
        var z = s * s;
        var h = new Vector<double>(0.5) * f * f;
        var small = Vector.MultiplyAddEstimate(
            s, Vector.MultiplyAddEstimate(z, ArtanhTerms(z), h), e * new Vector<double>(DoubleLn2Low));
        return Vector.MultiplyAddEstimate(e, new Vector<double>(DoubleLn2High), f - (h - small));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> ArtanhTerms(Vector<double> z)
    {
        var p = Step(new Vector<double>(0.14617775335974037), z, 0.15331614298732416);
        p = Step(p, z, 0.18182892354942654);
        p = Step(p, z, 0.2222221109044554);
        p = Step(p, z, 0.285714286262473);
        p = Step(p, z, 0.39999999999898905);
        return Step(p, z, 0.666666666666667);
    }

    // ∞ at ∞, −∞ at the pole, NaN below it and for NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> LogDomain(Vector<float> result, Vector<float> x, Vector<float> pole)
    {
        var outside = Vector.ConditionalSelect(
            Vector.Equals(x, pole), new Vector<float>(float.NegativeInfinity), new Vector<float>(float.NaN));
        var infinity = new Vector<float>(float.PositiveInfinity);
        var inside = Vector.ConditionalSelect(Vector.Equals(x, infinity), infinity, result);
        return Vector.ConditionalSelect(Vector.GreaterThan(x, pole), inside, outside);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> LogDomain(Vector<double> result, Vector<double> x, Vector<double> pole)
    {
        var outside = Vector.ConditionalSelect(
            Vector.Equals(x, pole), new Vector<double>(double.NegativeInfinity), new Vector<double>(double.NaN));
        var infinity = new Vector<double>(double.PositiveInfinity);
        var inside = Vector.ConditionalSelect(Vector.Equals(x, infinity), infinity, result);
        return Vector.ConditionalSelect(Vector.GreaterThan(x, pole), inside, outside);
    }

    // ln(1 + t) = 2·artanh(t / (2 + t)) for t from 0 to 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> LogOnePlusOfFraction(Vector<float> t)
    {
        var s = t / (t + new Vector<float>(2));
        var z = s * s;
        var p = Step(new Vector<float>(0.2322433f), z, 0.21706575f);
        p = Step(p, z, 0.28592357f);
        p = Step(p, z, 0.39999706f);
        p = Step(p, z, 0.6666667f);
        return Vector.MultiplyAddEstimate(s * z, p, s + s);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> LogOnePlusOfFraction(Vector<double> t)
    {
        var s = t / (t + new Vector<double>(2));
        var z = s * s;
        var p = Step(new Vector<double>(0.1616404561194353), z, 0.08800738486144674);
        p = Step(p, z, 0.12001072809590713);
        p = Step(p, z, 0.13314144209654935);
        p = Step(p, z, 0.15385570064958623);
        p = Step(p, z, 0.18181789436132859);
        p = Step(p, z, 0.22222222717427864);
        p = Step(p, z, 0.2857142856710876);
        p = Step(p, z, 0.40000000000014585);
        p = Step(p, z, 0.6666666666666666);
        return Vector.MultiplyAddEstimate(s * z, p, s + s);
    }
}
