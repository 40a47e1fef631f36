using System.Collections.Immutable;

namespace NetGen;

/// <summary>The content of a safetensors file.</summary>
/// <param name="Tensors">The tensors in the order of their data.</param>
/// <param name="Metadata">The free texts that the file carries beside them.</param>
public sealed record SafetensorsContent(ImmutableArray<StoredTensor> Tensors, ImmutableSortedDictionary<string, string> Metadata);
