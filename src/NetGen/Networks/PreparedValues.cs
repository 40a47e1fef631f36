namespace NetGen;

/// <summary>
/// Values that depend on the parameters only, as a weight in the layout that a transposed product wants: computed once for
/// each version of the weights and published as a whole.
/// </summary>
/// <param name="Version">The version of the parameters that they belong to.</param>
/// <param name="Buffer">The values.</param>
public sealed record PreparedValues(long Version, AlignedBuffer Buffer);
