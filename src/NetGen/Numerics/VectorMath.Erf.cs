using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

public static partial class VectorMath
{
    /// <summary>The error function 2/√π·∫₀ˣ e^(−t²) dt, never beyond ±1, and exactly ±1 where that is the nearest number.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Erf(Vector<float> x)
    {
        // x·P(x²)/Q(x²) up to 4; all coefficients are positive, so that nothing cancels.
        var a = Clamp(x, -4f, 4f);
        var z = a * a;
        var p = Step(new Vector<float>(1.9868023e-06f), z, 0.00028456372f);
        p = Step(p, z, 0.0038832412f);
        p = Step(p, z, 0.053101428f);
        p = Step(p, z, 0.19354264f);
        p = Step(p, z, 1.1283791f);
        var q = Step(new Vector<float>(3.742027e-05f), z, 0.0011855465f);
        q = Step(q, z, 0.015207045f);
        q = Step(q, z, 0.115349f);
        q = Step(q, z, 0.5048553f);
        q = Step(q, z, 1f);
        return Saturate(a * p / q, x, 3.9192059f);
    }

    /// <summary>The error function 2/√π·∫₀ˣ e^(−t²) dt, never beyond ±1.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Erf(Vector<double> x)
    {
        var a = Vector.Abs(x);
        var near = Clamp(x, -1, 1);
        var inner = near * ErfQuotient(near * near);
        var far = Clamp(a, 1, 6);
        var outer = Vector<double>.One - (Exp(-(far * far)) * ScaledErfComplement(far));
        return Vector.ConditionalSelect(Vector.LessThan(a, Vector<double>.One), inner, Vector.CopySign(outer, x));
    }

    // erf(√z)/√z for z up to 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> ErfQuotient(Vector<double> z)
    {
        var p = Step(new Vector<double>(-7.795898827002142e-10), z, 1.3720064546777686e-08);
        p = Step(p, z, -1.6208483801871705e-07);
        p = Step(p, z, 1.6447424703317362e-06);
        p = Step(p, z, -1.492473690741966e-05);
        p = Step(p, z, 0.00012055294904839707);
        p = Step(p, z, -0.0008548325975389692);
        p = Step(p, z, 0.0052239776071164225);
        p = Step(p, z, -0.02686617064323777);
        p = Step(p, z, 0.11283791670945006);
        p = Step(p, z, -0.37612638903183543);
        return Step(p, z, 1.1283791670955126);
    }

    // e^(x²)·(1 − erf(x)) for x from 1 to 6, in t = (x − 2)/(x + 2).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> ScaledErfComplement(Vector<double> x)
    {
        var t = (x - new Vector<double>(2)) / (x + new Vector<double>(2));
        var p = Step(new Vector<double>(3.917059299925389e-06), t, 1.820143195975009e-06);
        p = Step(p, t, -1.4067532694582058e-05);
        p = Step(p, t, -2.7647305443610053e-05);
        p = Step(p, t, 2.754312818566672e-05);
        p = Step(p, t, 0.00017436697232946864);
        p = Step(p, t, 4.3554202452705896e-05);
        p = Step(p, t, -0.0009819773208131022);
        p = Step(p, t, -0.0008471431980760424);
        p = Step(p, t, 0.006997461747753573);
        p = Step(p, t, 0.00373289240349224);
        p = Step(p, t, -0.07897858101585253);
        p = Step(p, t, 0.24165819424246987);
        p = Step(p, t, -0.4271858474139579);
        return Step(p, t, 0.25539567631050575);
    }
}
