namespace NetGen;

/// <summary>A worker's part of some items.</summary>
/// <param name="First">The place of the first item.</param>
/// <param name="Count">How many items, 0 where the worker has none.</param>
public readonly record struct WorkShare(int First, int Count);
