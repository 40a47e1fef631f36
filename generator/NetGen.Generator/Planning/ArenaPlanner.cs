using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Planning;

/// <summary>
/// Gives each buffer an offset so that buffers alive at the same time never overlap: largest first, at the lowest offset
/// that is free for its whole life.
/// </summary>
internal static class ArenaPlanner
{
    /// <summary>Offsets in the order of the buffers, and the length that holds them all.</summary>
    public static (IReadOnlyList<long> Offsets, long Length) Place(IReadOnlyList<Lifetime> buffers)
    {
        var offsets = new long[buffers.Count];
        var placed = new List<int>();
        var length = 0L;
        foreach (var index in Enumerable.Range(0, buffers.Count).OrderByDescending(i => buffers[i].Length).ThenBy(i => i))
        {
            var buffer = buffers[index];
            var candidate = 0L;
            foreach (var other in placed.Where(other => buffers[other].Overlaps(buffer)).OrderBy(other => offsets[other]))
            {
                if (offsets[other] >= candidate + buffer.Length)
                {
                    break;
                }

                candidate = Math.Max(candidate, offsets[other] + buffers[other].Length);
            }

            offsets[index] = candidate;
            placed.Add(index);
            length = Math.Max(length, candidate + buffer.Length);
        }

        return (offsets, length);
    }
}

/// <summary>A buffer that is written by the kernel <paramref name="First"/> and last read by <paramref name="Last"/>.</summary>
internal sealed record Lifetime(long Length, int First, int Last)
{
    public bool Overlaps(Lifetime other) => First <= other.Last && other.First <= Last;
}
