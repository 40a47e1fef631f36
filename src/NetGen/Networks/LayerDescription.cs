using System.Collections.Immutable;

namespace NetGen;

/// <summary>One layer of a network as the compiler saw it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its attribute, without the ending.</param>
/// <param name="From">The names of what it consumes.</param>
/// <param name="Shape">The shape of its result for one sample.</param>
/// <param name="ParameterCount">How many parameters are its own.</param>
/// <param name="MultiplyAdds">How many multiply-adds one sample costs in prediction.</param>
public sealed record LayerDescription(
    string Name, string Kind, ImmutableArray<string> From, ImmutableArray<int> Shape, long ParameterCount, long MultiplyAdds);

/// <summary>One loss of a network.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its attribute, without the ending.</param>
/// <param name="Target">The place of its target column in <see cref="NetworkDescription.BatchColumns"/>.</param>
/// <param name="Weight">Its factor in the total.</param>
public sealed record LossDescription(string Name, string Kind, int Target, double Weight);
