using System.Collections.Immutable;

namespace NetGen;

/// <summary>What the header of a safetensors file says of one tensor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its numbers.</param>
/// <param name="Shape">The length of each axis.</param>
/// <param name="Begin">Where its bytes begin, counted from the end of the header.</param>
/// <param name="End">Where they end.</param>
internal sealed record TensorEntry(string Name, TensorType Type, ImmutableArray<int> Shape, long Begin, long End)
{
    public int Length => (int)(End - Begin);
}
