using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>1 with the given probability, else 0: one decision from each 16 bits, the lower half of a word first.</summary>
internal readonly struct BernoulliSingle(int threshold) : IPhiloxDistribution<float>
{
    public static int GroupSize => 2 * PhiloxGroup.Words;

    public void Fill(ReadOnlySpan<uint> words, Span<float> destination)
    {
        var bound = new Vector<int>(threshold);
        for (var word = 0; word < PhiloxGroup.Words; word += Vector<uint>.Count)
        {
            var (lower, upper) = BernoulliDouble.Halves(new Vector<uint>(words[word..]));
            var place = BernoulliDouble.PlaceOf(word);
            OneWhere(Vector.LessThan(lower, bound)).CopyTo(destination[place..]);
            OneWhere(Vector.LessThan(upper, bound)).CopyTo(destination[(place + PhiloxGroup.Counters)..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> OneWhere(Vector<int> mask) =>
        Vector.AsVectorSingle(mask & Vector.AsVectorInt32(Vector<float>.One));
}

/// <summary>1 with the given probability, else 0: the same decisions as <see cref="BernoulliSingle"/>.</summary>
internal readonly struct BernoulliDouble(int threshold) : IPhiloxDistribution<double>
{
    public static int GroupSize => 2 * PhiloxGroup.Words;

    public void Fill(ReadOnlySpan<uint> words, Span<double> destination)
    {
        for (var word = 0; word < PhiloxGroup.Words; word += Vector<uint>.Count)
        {
            var (lower, upper) = Halves(new Vector<uint>(words[word..]));
            Write(lower, destination[PlaceOf(word)..]);
            Write(upper, destination[(PlaceOf(word) + PhiloxGroup.Counters)..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector<int> Lower, Vector<int> Upper) Halves(Vector<uint> word) => (
        Vector.AsVectorInt32(word & new Vector<uint>(0xFFFF)), Vector.AsVectorInt32(Vector.ShiftRightLogical(word, 16)));

    /// <summary>Where the lower half of a word goes: each sixteen words yield thirty-two decisions.</summary>
    public static int PlaceOf(int word) => (2 * (word - (word % PhiloxGroup.Counters))) + (word % PhiloxGroup.Counters);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(Vector<int> halves, Span<double> destination)
    {
        Vector.Widen(Vector.LessThan(halves, new Vector<int>(threshold)), out var first, out var second);
        OneWhere(first).CopyTo(destination);
        OneWhere(second).CopyTo(destination[Vector<double>.Count..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> OneWhere(Vector<long> mask) =>
        Vector.AsVectorDouble(mask & Vector.AsVectorInt64(Vector<double>.One));
}
