using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>Loops over the numbers of an image. The scalar tail computes what a lane does, so that results do not depend on the width of vectors.</summary>
internal static class PixelMath
{
    /// <summary>Puts (x − <paramref name="middle"/>) · <paramref name="factor"/> + <paramref name="middle"/> + <paramref name="shift"/> in the place of each x.</summary>
    public static void Stretch<T>(Span<T> values, T middle, T factor, T shift)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var end = middle + shift;
        var vectors = MemoryMarshal.Cast<T, Vector<T>>(values);
        foreach (ref var vector in vectors)
        {
            vector = ((vector - new Vector<T>(middle)) * new Vector<T>(factor)) + new Vector<T>(end);
        }

        foreach (ref var value in values[(vectors.Length * Vector<T>.Count)..])
        {
            value = ((value - middle) * factor) + end;
        }
    }

    /// <summary>Puts (x − <paramref name="mean"/>) / <paramref name="deviation"/> in the place of each x.</summary>
    public static void Standardize<T>(Span<T> values, T mean, T deviation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var vectors = MemoryMarshal.Cast<T, Vector<T>>(values);
        foreach (ref var vector in vectors)
        {
            vector = (vector - new Vector<T>(mean)) / new Vector<T>(deviation);
        }

        foreach (ref var value in values[(vectors.Length * Vector<T>.Count)..])
        {
            value = (value - mean) / deviation;
        }
    }

    /// <summary>Adds the products of other numbers with a factor.</summary>
    public static void AddProducts<T>(Span<T> values, ReadOnlySpan<T> others, T factor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var vectors = MemoryMarshal.Cast<T, Vector<T>>(values);
        var otherVectors = MemoryMarshal.Cast<T, Vector<T>>(others);
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] += otherVectors[i] * new Vector<T>(factor);
        }

        for (var i = vectors.Length * Vector<T>.Count; i < values.Length; i++)
        {
            values[i] += others[i] * factor;
        }
    }

    /// <summary>The sum in double, in four parts that do not wait for each other.</summary>
    public static double Sum<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0);
        var i = 0;
        for (; i + 4 <= values.Length; i += 4)
        {
            a += double.CreateTruncating(values[i]);
            b += double.CreateTruncating(values[i + 1]);
            c += double.CreateTruncating(values[i + 2]);
            d += double.CreateTruncating(values[i + 3]);
        }

        for (; i < values.Length; i++)
        {
            a += double.CreateTruncating(values[i]);
        }

        return (a + b) + (c + d);
    }
}
