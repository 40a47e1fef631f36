using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

// G. E. P. Box, M. E. Muller, 1958: with u and v uniform, √(−2·ln u)·cos(π·v) and √(−2·ln u)·sin(π·v) are independent
// and normal; here u lies in (0, 1] and v in [−1, 1).

/// <summary>Standard normal numbers, two from each two words.</summary>
internal readonly struct NormalSingle : IPhiloxDistribution<float>
{
    public static int GroupSize => PhiloxGroup.Words;

    public void Fill(ReadOnlySpan<uint> words, Span<float> destination)
    {
        for (var start = 0; start < PhiloxGroup.Words; start += 2 * PhiloxGroup.Counters)
        {
            for (var lane = start; lane < start + PhiloxGroup.Counters; lane += Vector<uint>.Count)
            {
                var (cosine, sine) = Of(new Vector<uint>(words[lane..]), new Vector<uint>(words[(lane + PhiloxGroup.Counters)..]));
                cosine.CopyTo(destination[lane..]);
                sine.CopyTo(destination[(lane + PhiloxGroup.Counters)..]);
            }
        }
    }

    // u keeps all 32 bits where it is small: the numbers reach 6.7 deviations.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<float> Cosine, Vector<float> Sine) Of(Vector<uint> radius, Vector<uint> angle)
    {
        var upper = Vector.ConvertToSingle(Vector.AsVectorInt32(Vector.ShiftRightLogical(radius, 16)));
        var lower = Vector.ConvertToSingle(Vector.AsVectorInt32(radius & new Vector<uint>(0xFFFF)));
        var u = (upper * new Vector<float>(1f / 65536)) + ((lower + new Vector<float>(0.5f)) * new Vector<float>(1f / 4294967296));
        var v = Vector.ConvertToSingle(Vector.ShiftRightArithmetic(Vector.AsVectorInt32(angle), 8)) * new Vector<float>(1f / (1 << 23));
        var r = Vector.SquareRoot(new Vector<float>(-2) * VectorMath.Log(u));
        var (sine, cosine) = VectorMath.SineCosineOfHalfTurns(v);
        return (r * cosine, r * sine);
    }
}

/// <summary>Standard normal numbers, two from each four words.</summary>
internal readonly struct NormalDouble : IPhiloxDistribution<double>
{
    public static int GroupSize => PhiloxGroup.Words / 2;

    public void Fill(ReadOnlySpan<uint> words, Span<double> destination)
    {
        for (var lane = 0; lane < PhiloxGroup.Counters; lane += Vector<uint>.Count)
        {
            var (radius1, radius2) = UniformDouble.Of(WordsAt(words, 0, lane), WordsAt(words, 1, lane));
            var (angle1, angle2) = UniformDouble.Of(WordsAt(words, 2, lane), WordsAt(words, 3, lane));
            Write(radius1, angle1, destination, lane);
            Write(radius2, angle2, destination, lane + Vector<double>.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> WordsAt(ReadOnlySpan<uint> words, int word, int lane) => new(words[((word * PhiloxGroup.Counters) + lane)..]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(Vector<double> radius, Vector<double> angle, Span<double> destination, int place)
    {
        var u = radius + new Vector<double>(1.0 / 18014398509481984);
        var r = Vector.SquareRoot(new Vector<double>(-2) * VectorMath.Log(u));
        var (sine, cosine) = VectorMath.SineCosineOfHalfTurns(angle + angle - Vector<double>.One);
        (r * cosine).CopyTo(destination[place..]);
        (r * sine).CopyTo(destination[(place + PhiloxGroup.Counters)..]);
    }
}
