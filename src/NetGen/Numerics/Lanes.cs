using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>What generated kernels do across or with some of the lanes of a vector. The order over lanes is always ascending.</summary>
public static partial class Lanes
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Maximum(Vector<float> left, Vector<float> right) => Maximum(Vector.Max(left, right));

    /// <inheritdoc cref="Maximum(Vector{float}, Vector{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Maximum(Vector<double> left, Vector<double> right) => Maximum(Vector.Max(left, right));

    /// <summary>The greatest of all lanes; NaN where any is NaN.</summary>
    /// <param name="lanes">The lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Maximum(Vector<float> lanes)
    {
        // Halves of halves: the greatest is the same in any order.
        var eight = Vector<float>.Count == 16
            ? Vector256.Max(lanes.AsVector512().GetLower(), lanes.AsVector512().GetUpper())
            : Vector<float>.Count == 8 ? lanes.AsVector256() : lanes.AsVector128().ToVector256();
        var four = Vector<float>.Count == 4 ? eight.GetLower() : Vector128.Max(eight.GetLower(), eight.GetUpper());
        var two = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return Vector128.Max(two, Vector128.Shuffle(two, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    /// <inheritdoc cref="Maximum(Vector{float})"/>
    public static double Maximum(Vector<double> lanes)
    {
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

    /// <summary>The first lanes as they are and others after them.</summary>
    /// <param name="value">The lanes.</param>
    /// <param name="count">How many to keep; none where negative, all where there are no more.</param>
    /// <param name="after">What takes the place of the others.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> KeepFirst(Vector<float> value, int count, float after) =>
        Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices, new Vector<float>(count)), value, new Vector<float>(after));

    /// <inheritdoc cref="KeepFirst(Vector{float}, int, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> KeepFirst(Vector<double> value, int count, double after) =>
        Vector.ConditionalSelect(Vector.LessThan(Vector<double>.Indices, new Vector<double>(count)), value, new Vector<double>(after));

    /// <summary>Writes the first lanes and nothing after them.</summary>
    /// <param name="value">The lanes.</param>
    /// <param name="destination">Where the first lane goes.</param>
    /// <param name="count">How many to write; none where negative, all where there are no more.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector<float> value, ref float destination, int count)
    {
        if (count >= Vector<float>.Count)
        {
            Vector.StoreUnsafe(value, ref destination);
            return;
        }

        if (Vector<float>.Count == 8)
        {
            StorePart(value.AsVector256(), ref destination, count);
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

    /// <summary>Writes a half, a quarter and an eighth of the lanes, as the number of them says.</summary>
    /// <param name="value">The lanes.</param>
    /// <param name="destination">Where the first lane goes.</param>
    /// <param name="count">How many to write, fewer than there are; none where negative.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void StorePart(Vector256<float> value, ref float destination, int count)
    {
        if (count <= 0)
        {
            return;
        }

        var half = value.GetLower();
        if ((count & 4) != 0)
        {
            half.StoreUnsafe(ref destination);
            destination = ref Unsafe.Add(ref destination, 4);
            half = value.GetUpper();
        }

        if ((count & 2) != 0)
        {
            Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref destination), half.AsDouble().ToScalar());
            destination = ref Unsafe.Add(ref destination, 2);
            half = Vector128.CreateScalarUnsafe(half.AsDouble().GetElement(1)).AsSingle();
        }

        if ((count & 1) != 0)
        {
            destination = half.ToScalar();
        }
    }
}
