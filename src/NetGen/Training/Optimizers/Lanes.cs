using System.Numerics;

namespace NetGen;

/// <summary>Vector operations over a floating-point type that is a type parameter; the branches vanish when compiled.</summary>
internal static class Lanes
{
    /// <summary>a · b + c, fused where the machine does so.</summary>
    internal static Vector<T> MultiplyAdd<T>(Vector<T> a, Vector<T> b, Vector<T> c)
        where T : unmanaged
    {
        return typeof(T) == typeof(float)
            ? Vector.MultiplyAddEstimate(a.As<T, float>(), b.As<T, float>(), c.As<T, float>()).As<float, T>()
            : Vector.MultiplyAddEstimate(a.As<T, double>(), b.As<T, double>(), c.As<T, double>()).As<double, T>();
    }

    /// <summary>The same value in every lane, rounded to the type.</summary>
    internal static Vector<T> Broadcast<T>(double value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(T.CreateTruncating(value));

    /// <summary>The lanes as double: the lower half of them and the upper; a vector of double is its own lower half.</summary>
    internal static (Vector<double> Lower, Vector<double> Upper) Widen<T>(Vector<T> value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
        {
            return (value.As<T, double>(), Vector<double>.Zero);
        }

        Vector.Widen(value.As<T, float>(), out var lower, out var upper);
        return (lower, upper);
    }
}
