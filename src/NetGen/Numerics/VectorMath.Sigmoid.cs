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

    /// <summary>The hyperbolic tangent, never beyond ±1, and exactly ±1 from 9.5 on.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Tanh(Vector<float> x)
    {
        // x·P(x²)/Q(x²), made for |x| up to 9.1; all coefficients are positive, so that nothing cancels. From 9.2 on it is a
        // little over 1, and held at 1.
        var a = Clamp(x, -9.5f, 9.5f);
        var z = a * a;
        var p = Step(new Vector<float>(1.3177772e-08f), z, 2.0481388e-05f);
        p = Step(p, z, 0.0034878242f);
        p = Step(p, z, 0.13374487f);
        p = Step(p, z, 1f);
        var q = Step(new Vector<float>(7.704154e-07f), z, 0.0003272941f);
        q = Step(q, z, 0.02584744f);
        q = Step(q, z, 0.467078f);
        q = Step(q, z, 1f);
        return Clamp(a * p / q, -1, 1);
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

    // Exactly ±1 from the bound on, and never beyond ±1 before it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Saturate(Vector<float> y, Vector<float> x, float bound)
    {
        var isSaturated = Vector.GreaterThan(Vector.Abs(x), new Vector<float>(bound));
        return Vector.ConditionalSelect(isSaturated, Vector.CopySign(Vector<float>.One, x), Clamp(y, -1, 1));
    }
}
