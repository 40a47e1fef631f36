using System;

namespace NetGen.Numerics;

public static partial class Philox
{
    // The elements [firstElement, firstElement + length) of one sample.
    private static void FillOne<T, TDistribution>(
        Span<T> destination, ulong seed, uint stream, long step, int sample, int time, long firstElement, TDistribution distribution)
        where T : unmanaged
        where TDistribution : struct, IPhiloxDistribution<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sample);
        ArgumentOutOfRangeException.ThrowIfNegative(firstElement);
        var (k0, k1) = KeyOf(seed, stream, step);
        var counters = new PhiloxGroup((uint)sample, (uint)step, (uint)time, k0, k1);
        FillRow(
            destination, counters, firstElement, distribution, stackalloc uint[PhiloxGroup.Words], stackalloc T[TDistribution.GroupSize]);
    }

    // A matrix [samples, elementsPerSample] with a row every stride elements.
    private static void FillRows<T, TDistribution>(
        Span<T> destination, int samples, int elementsPerSample, int stride, ulong seed, uint stream, long step, int firstSample, int time,
        TDistribution distribution)
        where T : unmanaged
        where TDistribution : struct, IPhiloxDistribution<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(samples);
        ArgumentOutOfRangeException.ThrowIfNegative(elementsPerSample);
        ArgumentOutOfRangeException.ThrowIfNegative(firstSample);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, elementsPerSample);
        if (samples > 0 && ((samples - 1L) * stride) + elementsPerSample > destination.Length)
        {
            throw new ArgumentException(
                $"{samples} rows of {elementsPerSample} elements, {stride} apart, do not fit into {destination.Length} elements.",
                nameof(destination));
        }

        Span<uint> words = stackalloc uint[PhiloxGroup.Words];
        Span<T> group = stackalloc T[TDistribution.GroupSize];
        var (k0, k1) = KeyOf(seed, stream, step);
        for (var row = 0; row < samples; row++)
        {
            var counters = new PhiloxGroup((uint)(firstSample + row), (uint)step, (uint)time, k0, k1);
            FillRow(destination.Slice(row * stride, elementsPerSample), counters, 0, distribution, words, group);
        }
    }

    // Words and whole are room for one group: its words and its numbers.
    private static void FillRow<T, TDistribution>(
        Span<T> destination, PhiloxGroup counters, long firstElement, TDistribution distribution, Span<uint> words, Span<T> whole)
        where T : unmanaged
        where TDistribution : struct, IPhiloxDistribution<T>
    {
        var (group, skip) = Math.DivRem(firstElement, TDistribution.GroupSize);
        while (destination.Length > 0)
        {
            counters.Fill(checked((uint)group), words);
            if (skip == 0 && destination.Length >= TDistribution.GroupSize)
            {
                distribution.Fill(words, destination[..TDistribution.GroupSize]);
                destination = destination[TDistribution.GroupSize..];
            }
            else
            {
                distribution.Fill(words, whole);
                var count = Math.Min(TDistribution.GroupSize - (int)skip, destination.Length);
                whole.Slice((int)skip, count).CopyTo(destination);
                destination = destination[count..];
                skip = 0;
            }

            group++;
        }
    }
}
