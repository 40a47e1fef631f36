using System;

namespace NetGen;

/// <summary>A worker's part of some items.</summary>
/// <param name="First">The place of the first item.</param>
/// <param name="Count">How many items, 0 where the worker has none.</param>
public readonly record struct WorkShare(int First, int Count)
{
    /// <summary>Some of the items.</summary>
    /// <param name="first">The first of them, counted from that of the share.</param>
    /// <param name="count">How many, or as many as are left.</param>
    public WorkShare Part(int first, int count) => new(First + first, Math.Min(count, Count - first));
}
