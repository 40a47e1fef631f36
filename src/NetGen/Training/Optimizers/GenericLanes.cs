using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>
/// Vector operations over a floating-point type that is a type parameter; the branches vanish when compiled. They are
/// inlined by force: a profile that found a branch of an optimiser cold would leave calls there.
/// </summary>
internal static class GenericLanes
{
    /// <summary>a · b + c, fused where the machine does so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<T> MultiplyAdd<T>(Vector<T> a, Vector<T> b, Vector<T> c)
        where T : unmanaged
    {
        return typeof(T) == typeof(float)
            ? Vector.MultiplyAddEstimate(a.As<T, float>(), b.As<T, float>(), c.As<T, float>()).As<float, T>()
            : Vector.MultiplyAddEstimate(a.As<T, double>(), b.As<T, double>(), c.As<T, double>()).As<double, T>();
    }

    /// <summary>The same value in every lane, rounded to the type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<T> Broadcast<T>(double value)
        where T : unmanaged
    {
        return typeof(T) == typeof(float)
            ? new Vector<float>((float)value).As<float, T>()
            : new Vector<double>(value).As<double, T>();
    }

    /// <summary>The lanes as double: the lower half of them and the upper; a vector of double is its own lower half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
