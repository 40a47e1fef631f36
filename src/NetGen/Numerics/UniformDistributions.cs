using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>Uniform in [0, 1): the upper 24 bits of each word.</summary>
internal readonly struct UniformSingle : IPhiloxDistribution<float>
{
    public static int GroupSize => PhiloxGroup.Words;

    public void Fill(ReadOnlySpan<uint> words, Span<float> destination)
    {
        for (var i = 0; i < PhiloxGroup.Words; i += Vector<uint>.Count)
        {
            Of(new Vector<uint>(words[i..])).CopyTo(destination[i..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Of(Vector<uint> word) =>
        Vector.ConvertToSingle(Vector.AsVectorInt32(Vector.ShiftRightLogical(word, 8))) * new Vector<float>(1f / (1 << 24));
}

/// <summary>Uniform in [0, 1): 53 bits from each two words.</summary>
internal readonly struct UniformDouble : IPhiloxDistribution<double>
{
    public static int GroupSize => PhiloxGroup.Words / 2;

    public void Fill(ReadOnlySpan<uint> words, Span<double> destination)
    {
        for (var pair = 0; pair < 2; pair++)
        {
            for (var lane = 0; lane < PhiloxGroup.Counters; lane += Vector<uint>.Count)
            {
                var upper = new Vector<uint>(words[((2 * pair * PhiloxGroup.Counters) + lane)..]);
                var lower = new Vector<uint>(words[((((2 * pair) + 1) * PhiloxGroup.Counters) + lane)..]);
                var (first, second) = Of(upper, lower);
                first.CopyTo(destination[((pair * PhiloxGroup.Counters) + lane)..]);
                second.CopyTo(destination[((pair * PhiloxGroup.Counters) + lane + Vector<double>.Count)..]);
            }
        }
    }

    /// <summary>The upper 53 bits of the two words as fractions; the lanes of the words fill two vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector<double> First, Vector<double> Second) Of(Vector<uint> upper, Vector<uint> lower)
    {
        Vector.Widen(upper, out var upperFirst, out var upperSecond);
        Vector.Widen(Vector.ShiftRightLogical(lower, 11), out var lowerFirst, out var lowerSecond);
        return (Of(upperFirst, lowerFirst), Of(upperSecond, lowerSecond));
    }

    // Exact: 32 bits above 2^−32 and 21 bits below.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Of(Vector<ulong> upper, Vector<ulong> lower) =>
        (ToDouble(upper) * new Vector<double>(1.0 / 4294967296)) + (ToDouble(lower) * new Vector<double>(1.0 / 9007199254740992));

    // Put below the leading bit of 2^52, a number under 2^32 is exact.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> ToDouble(Vector<ulong> value) =>
        Vector.AsVectorDouble(value | new Vector<ulong>(0x4330000000000000)) - new Vector<double>(4503599627370496);
}
