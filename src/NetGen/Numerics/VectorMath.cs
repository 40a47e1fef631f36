using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// Elementary functions of every lane of a vector, without branches: emitted kernels call them, in their loops and, with
/// the value broadcast, in the tails of their loops, so that a lane and a tail give the same bits.
/// </summary>
/// <remarks>
/// <para>The methods are range reduction and a polynomial or rational function on the small range, as in J.-M. Muller,
/// <em>Elementary Functions</em>. The coefficients are this project's own; the script
/// <c>tests/NetGen.Tests/Numerics/Coefficients/derive.py</c> derives them in 60 digits and prints the error of each.</para>
/// <para>Errors in <see langword="float"/>, in units of the last place: below 2 for <c>Exp</c>, <c>ExpMinusOne</c>,
/// <c>Log</c>, <c>LogOnePlus</c>, <c>Sine</c>, <c>Cosine</c> and <c>Power</c>, below 3 for <c>Sigmoid</c> and
/// <c>Softplus</c>, below 7 for <c>Tanh</c> and <c>Erf</c>. In <see langword="double"/>: at most 1e-14 relative. All of
/// it holds with and without fused multiply-add.</para>
/// <para>NaN gives NaN. Overflow gives an infinity; underflow is gradual, through the subnormal numbers to 0, unless a
/// function says otherwise.</para>
/// </remarks>
public static partial class VectorMath
{
    // Added to a number, it leaves the nearest whole number in the lowest bits: 1.5 · 2^23 and 1.5 · 2^52.
    private const float FloatRounder = 12582912f;
    private const double DoubleRounder = 6755399441055744.0;

    private const float FloatReciprocalLn2 = 1.442695f;
    private const double DoubleReciprocalLn2 = 1.4426950408889634;

    // ln 2 in two parts; the first has so few bits that its product with any exponent is exact.
    private const float FloatLn2High = 0.693145751953125f;
    private const float FloatLn2Low = 1.4286068e-06f;
    private const double DoubleLn2High = 0.6931471803691238;
    private const double DoubleLn2Low = 1.9082149292705877e-10;

    /// <summary>−1, 0 or 1 as each lane is negative, zero or positive; NaN stays NaN.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sign(Vector<float> x) => Vector.ConditionalSelect(
        Vector.GreaterThan(x, Vector<float>.Zero),
        Vector<float>.One,
        Vector.ConditionalSelect(Vector.LessThan(x, Vector<float>.Zero), -Vector<float>.One, x));

    /// <summary>−1, 0 or 1 as each lane is negative, zero or positive; NaN stays NaN.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Sign(Vector<double> x) => Vector.ConditionalSelect(
        Vector.GreaterThan(x, Vector<double>.Zero),
        Vector<double>.One,
        Vector.ConditionalSelect(Vector.LessThan(x, Vector<double>.Zero), -Vector<double>.One, x));

    // One step of Horner's scheme: p·x + c.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Step(Vector<float> p, Vector<float> x, float c) =>
        Vector.MultiplyAddEstimate(p, x, new Vector<float>(c));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Step(Vector<double> p, Vector<double> x, double c) =>
        Vector.MultiplyAddEstimate(p, x, new Vector<double>(c));

    // The native instructions return their second argument where one is NaN, so that NaN passes through.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Clamp(Vector<float> x, float low, float high) =>
        Vector.MinNative(new Vector<float>(high), Vector.MaxNative(new Vector<float>(low), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Clamp(Vector<double> x, double low, double high) =>
        Vector.MinNative(new Vector<double>(high), Vector.MaxNative(new Vector<double>(low), x));

    // 2ⁿ, given n + rounder: n lies in the lowest bits and moves into the exponent; what lies above is shifted out.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> PowerOfTwo(Vector<float> shifted) =>
        Vector.AsVectorSingle(Vector.ShiftLeft(Vector.AsVectorInt32(shifted) + new Vector<int>(127), 23));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> PowerOfTwo(Vector<double> shifted) =>
        Vector.AsVectorDouble(Vector.ShiftLeft(Vector.AsVectorInt64(shifted) + new Vector<long>(1023), 52));

    // v·2ⁿ in two steps, so that n may lie beyond the normal exponents and the result is rounded once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Scale(Vector<float> v, Vector<float> n)
    {
        var rounder = new Vector<float>(FloatRounder);
        var half = Vector.MultiplyAddEstimate(n, new Vector<float>(0.5f), rounder);
        var rest = n - (half - rounder) + rounder;
        return v * PowerOfTwo(half) * PowerOfTwo(rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Scale(Vector<double> v, Vector<double> n)
    {
        var rounder = new Vector<double>(DoubleRounder);
        var half = Vector.MultiplyAddEstimate(n, new Vector<double>(0.5), rounder);
        var rest = n - (half - rounder) + rounder;
        return v * PowerOfTwo(half) * PowerOfTwo(rest);
    }
}
