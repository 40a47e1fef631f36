using System;

namespace NetGen.Numerics;

/// <summary>Turns the words of a group of counters into random numbers.</summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal interface IPhiloxDistribution<T>
    where T : unmanaged
{
    /// <summary>How many numbers the words of one group yield.</summary>
    static abstract int GroupSize { get; }

    /// <summary>Writes <see cref="GroupSize"/> numbers.</summary>
    /// <param name="words">The words of the group, <see cref="PhiloxGroup.Words"/> of them.</param>
    /// <param name="destination">Where the numbers go.</param>
    void Fill(ReadOnlySpan<uint> words, Span<T> destination);
}
