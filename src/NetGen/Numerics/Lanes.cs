using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>What generated kernels do across or with some of the lanes of a vector. The order over lanes is always ascending.</summary>
public static class Lanes
{
    /// <summary>The sum of all lanes.</summary>
    /// <param name="value">The lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector<float> value) => Vector.Sum(value);

    /// <inheritdoc cref="Sum(Vector{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector<double> value) => Vector.Sum(value);

    /// <summary>The greatest of all lanes of two vectors; NaN where any is NaN.</summary>
    /// <param name="left">The lanes of one vector.</param>
    /// <param name="right">The lanes of the other.</param>
    public static float Maximum(Vector<float> left, Vector<float> right)
    {
        var lanes = Vector.Max(left, right);
        var maximum = lanes[0];
        for (var i = 1; i < Vector<float>.Count; i++)
        {
            maximum = float.Max(maximum, lanes[i]);
        }

        return maximum;
    }

    /// <inheritdoc cref="Maximum(Vector{float}, Vector{float})"/>
    public static double Maximum(Vector<double> left, Vector<double> right)
    {
        var lanes = Vector.Max(left, right);
        var maximum = lanes[0];
        for (var i = 1; i < Vector<double>.Count; i++)
        {
            maximum = double.Max(maximum, lanes[i]);
        }

        return maximum;
    }

    /// <summary>The first lanes as they are and zeros after them.</summary>
    /// <param name="value">The lanes.</param>
    /// <param name="count">How many to keep; none where negative, all where there are no more.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> KeepFirst(Vector<float> value, int count) =>
        Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices, new Vector<float>(count)), value, Vector<float>.Zero);

    /// <inheritdoc cref="KeepFirst(Vector{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> KeepFirst(Vector<double> value, int count) =>
        Vector.ConditionalSelect(Vector.LessThan(Vector<double>.Indices, new Vector<double>(count)), value, Vector<double>.Zero);

    /// <summary>Writes the first lanes and nothing after them.</summary>
    /// <param name="value">The lanes.</param>
    /// <param name="destination">Where the first lane goes.</param>
    /// <param name="count">How many to write; none where negative, all where there are no more.</param>
    public static void Store(Vector<float> value, ref float destination, int count)
    {
        if (count >= Vector<float>.Count)
        {
            Vector.StoreUnsafe(value, ref destination);
            return;
        }

        for (var i = 0; i < count; i++)
        {
            Unsafe.Add(ref destination, i) = value[i];
        }
    }

    /// <inheritdoc cref="Store(Vector{float}, ref float, int)"/>
    public static void Store(Vector<double> value, ref double destination, int count)
    {
        if (count >= Vector<double>.Count)
        {
            Vector.StoreUnsafe(value, ref destination);
            return;
        }

        for (var i = 0; i < count; i++)
        {
            Unsafe.Add(ref destination, i) = value[i];
        }
    }
}
