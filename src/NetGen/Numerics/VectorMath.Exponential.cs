using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

// e^x = 2ⁿ·e^r with n = round(x / ln 2) and r = x − n·ln 2, so that |r| ≤ ln 2 / 2; e^r − 1 = r + r²·q(r).
public static partial class VectorMath
{
    /// <summary>e^x; ∞ from 88.73 on, subnormal below −87.34, 0 below −103.98.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Exp(Vector<float> x)
    {
        var (n, r) = Reduce(Clamp(x, -104f, 89f));
        return Scale(Vector<float>.One + ExpMinusOneNearZero(r), n);
    }

    /// <summary>e^x; ∞ from 709.79 on, subnormal below −708.4, 0 below −745.1.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Exp(Vector<double> x) => Exp(x, Vector<double>.Zero);

    /// <summary>e^x − 1, exact near 0.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> ExpMinusOne(Vector<float> x)
    {
        var (n, r) = Reduce(Clamp(x, -30f, 89f));
        var half = PowerOfTwo(n + new Vector<float>(FloatRounder - 1));
        var halfOfResult = Vector.MultiplyAddEstimate(half, ExpMinusOneNearZero(r), half - new Vector<float>(0.5f));
        var isTiny = Vector.LessThan(Vector.Abs(x), new Vector<float>(1e-10f));
        return Vector.ConditionalSelect(isTiny, x, halfOfResult + halfOfResult);
    }

    /// <summary>e^x − 1, exact near 0.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> ExpMinusOne(Vector<double> x)
    {
        var (n, r) = Reduce(Clamp(x, -60, 710));
        var half = PowerOfTwo(n + new Vector<double>(DoubleRounder - 1));
        var halfOfResult = Vector.MultiplyAddEstimate(half, ExpMinusOneNearZero(r), half - new Vector<double>(0.5));
        var isTiny = Vector.LessThan(Vector.Abs(x), new Vector<double>(1e-20));
        return Vector.ConditionalSelect(isTiny, x, halfOfResult + halfOfResult);
    }

    // e^(x + tail), where the tail is too small to be added to x.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Exp(Vector<double> x, Vector<double> tail)
    {
        var (n, r) = Reduce(Clamp(x, -746, 710));
        return Scale(Vector<double>.One + ExpMinusOneNearZero(r + tail), n);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<float> N, Vector<float> R) Reduce(Vector<float> x)
    {
        var rounder = new Vector<float>(FloatRounder);
        var n = Vector.MultiplyAddEstimate(x, new Vector<float>(FloatReciprocalLn2), rounder) - rounder;
        var r = Vector.MultiplyAddEstimate(n, new Vector<float>(-FloatLn2High), x);
        return (n, Vector.MultiplyAddEstimate(n, new Vector<float>(-FloatLn2Low), r));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<double> N, Vector<double> R) Reduce(Vector<double> x)
    {
        var rounder = new Vector<double>(DoubleRounder);
        var n = Vector.MultiplyAddEstimate(x, new Vector<double>(DoubleReciprocalLn2), rounder) - rounder;
        var r = Vector.MultiplyAddEstimate(n, new Vector<double>(-DoubleLn2High), x);
        return (n, Vector.MultiplyAddEstimate(n, new Vector<double>(-DoubleLn2Low), r));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> ExpMinusOneNearZero(Vector<float> r)
    {
        var q = Step(new Vector<float>(0.0013926249f), r, 0.008363231f);
        q = Step(q, r, 0.041666552f);
        q = Step(q, r, 0.16666576f);
        q = Step(q, r, 0.5f);
        return Vector.MultiplyAddEstimate(r * r, q, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> ExpMinusOneNearZero(Vector<double> r)
    {
        var q = Step(new Vector<double>(2.0914753544959484e-09), r, 2.5105310235689788e-08);
        q = Step(q, r, 2.7557273483005247e-07);
        q = Step(q, r, 2.7557255176003713e-06);
        q = Step(q, r, 2.4801587325674076e-05);
        q = Step(q, r, 0.00019841269874997539);
        q = Step(q, r, 0.0013888888888883711);
        q = Step(q, r, 0.008333333333326084);
        q = Step(q, r, 0.04166666666666667);
        q = Step(q, r, 0.1666666666666667);
        q = Step(q, r, 0.5);
        return Vector.MultiplyAddEstimate(r * r, q, r);
    }
}
