using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

// With n = round(x / (π/2)) and r = x − n·π/2, |r| ≤ π/4, the sine of x is ±sin r for even n and ±cos r for odd n.
public static partial class VectorMath
{
    // Up to here n has so few bits that its products with the parts of π/2 are exact.
    private const double ReductionLimit = 1e6;

    private const double ReciprocalHalfPi = 0.6366197723675814;
    private const double HalfPi1 = 1.5707963267341256;
    private const double HalfPi2 = 6.077100506303966e-11;
    private const double HalfPi3 = 2.0222662487959506e-21;

    /// <summary>The sine. Lanes beyond ±1e6 are computed one by one, with <see cref="MathF.Sin"/>; NaN for infinities.</summary>
    /// <param name="x">The arguments, in radians.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sine(Vector<float> x)
    {
        var (r, quadrant) = ReduceQuadrant(x);
        var result = SineOf(r, quadrant);
        return Vector.GreaterThanAny(Vector.Abs(x), new Vector<float>((float)ReductionLimit))
            ? OfLargeLanes(x, result, MathF.Sin)
            : result;
    }

    /// <summary>The sine. Lanes beyond ±1e6 are computed one by one, with <see cref="Math.Sin"/>; NaN for infinities.</summary>
    /// <param name="x">The arguments, in radians.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Sine(Vector<double> x)
    {
        var (r, quadrant) = ReduceQuadrant(x);
        var result = SineOf(r, quadrant);
        return Vector.GreaterThanAny(Vector.Abs(x), new Vector<double>(ReductionLimit))
            ? OfLargeLanes(x, result, Math.Sin)
            : result;
    }

    /// <summary>The cosine. Lanes beyond ±1e6 are computed one by one, with <see cref="MathF.Cos"/>; NaN for infinities.</summary>
    /// <param name="x">The arguments, in radians.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Cosine(Vector<float> x)
    {
        // cos x = sin(x + π/2): the next quadrant.
        var (r, quadrant) = ReduceQuadrant(x);
        var result = SineOf(r, quadrant + Vector<int>.One);
        return Vector.GreaterThanAny(Vector.Abs(x), new Vector<float>((float)ReductionLimit))
            ? OfLargeLanes(x, result, MathF.Cos)
            : result;
    }

    /// <summary>The cosine. Lanes beyond ±1e6 are computed one by one, with <see cref="Math.Cos"/>; NaN for infinities.</summary>
    /// <param name="x">The arguments, in radians.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Cosine(Vector<double> x)
    {
        var (r, quadrant) = ReduceQuadrant(x);
        var result = SineOf(r, quadrant + Vector<long>.One);
        return Vector.GreaterThanAny(Vector.Abs(x), new Vector<double>(ReductionLimit))
            ? OfLargeLanes(x, result, Math.Cos)
            : result;
    }

    /// <summary>sin(π·t) and cos(π·t) for t from −1 to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Vector<float> Sine, Vector<float> Cosine) SineCosineOfHalfTurns(Vector<float> t)
    {
        var rounder = new Vector<float>(FloatRounder);
        var shifted = t + t + rounder;
        var r = new Vector<float>(MathF.PI) * (t - (new Vector<float>(0.5f) * (shifted - rounder)));
        var quadrant = Vector.AsVectorInt32(shifted);
        return (SineOf(r, quadrant), SineOf(r, quadrant + Vector<int>.One));
    }

    /// <summary>sin(π·t) and cos(π·t) for t from −1 to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Vector<double> Sine, Vector<double> Cosine) SineCosineOfHalfTurns(Vector<double> t)
    {
        var rounder = new Vector<double>(DoubleRounder);
        var shifted = t + t + rounder;
        var r = new Vector<double>(Math.PI) * (t - (new Vector<double>(0.5) * (shifted - rounder)));
        var quadrant = Vector.AsVectorInt64(shifted);
        return (SineOf(r, quadrant), SineOf(r, quadrant + Vector<long>.One));
    }

    // In double, where three parts of π/2 leave nothing of the cancellation in the result.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<float> R, Vector<int> Quadrant) ReduceQuadrant(Vector<float> x)
    {
        Vector.Widen(x, out var low, out var high);
        var (lowR, lowQuadrant) = ReduceQuadrant(low);
        var (highR, highQuadrant) = ReduceQuadrant(high);
        return (Vector.Narrow(lowR, highR), Vector.Narrow(lowQuadrant, highQuadrant));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<double> R, Vector<long> Quadrant) ReduceQuadrant(Vector<double> x)
    {
        var rounder = new Vector<double>(DoubleRounder);
        var shifted = Vector.MultiplyAddEstimate(x, new Vector<double>(ReciprocalHalfPi), rounder);
        var n = shifted - rounder;
        var r = Vector.MultiplyAddEstimate(n, new Vector<double>(-HalfPi1), x);
        r = Vector.MultiplyAddEstimate(n, new Vector<double>(-HalfPi2), r);
        r = Vector.MultiplyAddEstimate(n, new Vector<double>(-HalfPi3), r);
        return (r, Vector.AsVectorInt64(shifted));
    }

    // The lowest bit of the quadrant chooses the function, the next one the sign.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> SineOf(Vector<float> r, Vector<int> quadrant)
    {
        var isOdd = Vector.Equals(quadrant & Vector<int>.One, Vector<int>.One);
        var sign = Vector.ShiftLeft(quadrant & new Vector<int>(2), 30);
        var value = Vector.ConditionalSelect(isOdd, CosineNearZero(r), SineNearZero(r));
        return Vector.AsVectorSingle(Vector.AsVectorInt32(value) ^ sign);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> SineOf(Vector<double> r, Vector<long> quadrant)
    {
        var isOdd = Vector.Equals(quadrant & Vector<long>.One, Vector<long>.One);
        var sign = Vector.ShiftLeft(quadrant & new Vector<long>(2), 62);
        var value = Vector.ConditionalSelect(isOdd, CosineNearZero(r), SineNearZero(r));
        return Vector.AsVectorDouble(Vector.AsVectorInt64(value) ^ sign);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> SineNearZero(Vector<float> r)
    {
        var z = r * r;
        var p = Step(new Vector<float>(2.7249628e-06f), z, -0.00019840084f);
        p = Step(p, z, 0.008333332f);
        p = Step(p, z, -0.16666667f);
        return Vector.MultiplyAddEstimate(r * z, p, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> SineNearZero(Vector<double> r)
    {
        var z = r * r;
        var p = Step(new Vector<double>(-7.586638294574915e-13), z, 1.6058530620618658e-10);
        p = Step(p, z, -2.5052106226145795e-08);
        p = Step(p, z, 2.7557319219321015e-06);
        p = Step(p, z, -0.0001984126984126504);
        p = Step(p, z, 0.008333333333333331);
        p = Step(p, z, -0.16666666666666666);
        return Vector.MultiplyAddEstimate(r * z, p, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> CosineNearZero(Vector<float> r)
    {
        var z = r * r;
        var p = Step(new Vector<float>(2.4547695e-05f), z, -0.0013888301f);
        p = Step(p, z, 0.041666664f);
        return Vector.MultiplyAddEstimate(z * z, p, Vector.MultiplyAddEstimate(z, new Vector<float>(-0.5f), Vector<float>.One));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> CosineNearZero(Vector<double> r)
    {
        var z = r * r;
        var p = Step(new Vector<double>(-1.1382546702689318e-11), z, 2.0876145077997095e-09);
        p = Step(p, z, -2.7557317266015365e-07);
        p = Step(p, z, 2.4801587298754668e-05);
        p = Step(p, z, -0.0013888888888887389);
        p = Step(p, z, 0.041666666666666664);
        return Vector.MultiplyAddEstimate(z * z, p, Vector.MultiplyAddEstimate(z, new Vector<double>(-0.5), Vector<double>.One));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector<float> OfLargeLanes(Vector<float> x, Vector<float> result, Func<float, float> function)
    {
        for (var lane = 0; lane < Vector<float>.Count; lane++)
        {
            result = MathF.Abs(x[lane]) > (float)ReductionLimit ? result.WithElement(lane, function(x[lane])) : result;
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector<double> OfLargeLanes(Vector<double> x, Vector<double> result, Func<double, double> function)
    {
        for (var lane = 0; lane < Vector<double>.Count; lane++)
        {
            result = Math.Abs(x[lane]) > ReductionLimit ? result.WithElement(lane, function(x[lane])) : result;
        }

        return result;
    }
}
