using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

// The functions of neural networks that saturate.
public static partial class VectorMath
{
    /// <summary>σ(x) = 1 / (1 + e⁻ˣ). Relative precision is kept far to the left; 0 below −88.72, where σ is subnormal.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sigmoid(Vector<float> x) => Vector<float>.One / (Vector<float>.One + Exp(-x));

    /// <summary>σ(x) = 1 / (1 + e⁻ˣ). Relative precision is kept far to the left; 0 below −709.78, where σ is subnormal.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Sigmoid(Vector<double> x) => Vector<double>.One / (Vector<double>.One + Exp(-x));

    /// <summary>The hyperbolic tangent, never beyond ±1, and exactly ±1 from 8.15 on.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Tanh(Vector<float> x)
    {
        // x·P(x²)/Q(x²), made for |x| up to 9.1; all coefficients are positive, so that nothing cancels. At the bound it is exactly 1,
        // with fused multiply-adds and without, and below it never more.
        const float bound = 8.14687347f;
        var a = Clamp(x, -bound, bound);
        var z = a * a;
        var p = Quartic(z, 1.3177772e-08f, 2.0481388e-05f, 0.0034878242f, 0.13374487f);
        var q = Quartic(z, 7.704154e-07f, 0.0003272941f, 0.02584744f, 0.467078f);
        return a * p / q;
    }

    /// <summary>The hyperbolic tangent, never beyond ±1.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Tanh(Vector<double> x)
    {
        // tanh |x| = E / (E + 2) with E = e^(2|x|) − 1: precise near 0, and 1 from 19.1 on.
        var a = Vector.MinNative(new Vector<double>(20), Vector.Abs(x));
        var e = ExpMinusOne(a + a);
        return Vector.CopySign(e / (e + new Vector<double>(2)), x);
    }

    /// <summary>softplus(x) = ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|), with relative precision on both sides.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Softplus(Vector<float> x) =>
        Vector.MaxNative(Vector<float>.Zero, x) + LogOnePlusOfFraction(Exp(-Vector.Abs(x)));

    /// <summary>softplus(x) = ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|), with relative precision on both sides.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Softplus(Vector<double> x) =>
        Vector.MaxNative(Vector<double>.Zero, x) + LogOnePlusOfFraction(Exp(-Vector.Abs(x)));

    // ((a·z + b)·z² + (c·z + d))·z + 1: three multiply-adds after another instead of four.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Quartic(Vector<float> z, float a, float b, float c, float d)
    {
        var upper = Step(new Vector<float>(a), z, b);
        var lower = Step(new Vector<float>(c), z, d);
        return Step(Vector.MultiplyAddEstimate(upper, z * z, lower), z, 1f);
    }

    // Exactly ±1 from the bound on, and never beyond ±1 before it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Saturate(Vector<float> y, Vector<float> x, float bound)
    {
        var isSaturated = Vector.GreaterThan(Vector.Abs(x), new Vector<float>(bound));
        return Vector.ConditionalSelect(isSaturated, Vector.CopySign(Vector<float>.One, x), Clamp(y, -1, 1));
    }
}
