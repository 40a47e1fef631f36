using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace NetGen;

/// <summary>Finds for each parameter of a network the tensor of a file that holds its values.</summary>
internal static class WeightMatcher
{
    private static readonly HashSet<string> s_parts = new(StringComparer.Ordinal) { "weight", "bias", "running_mean", "running_var" };

    private const string BatchCount = ".num_batches_tracked";

    /// <summary>Matches by exact name, else by order and shape.</summary>
    /// <returns>One tensor for each parameter, in the order of the parameters.</returns>
    /// <exception cref="InvalidDataException">Neither fits.</exception>
    public static ImmutableArray<StoredTensor> Match(ImmutableArray<ParameterSegment> parameters, ImmutableArray<StoredTensor> tensors, string file)
    {
        // PyTorch counts the batches that a batch normalisation has seen; with a fixed momentum nothing depends on it.
        if (!parameters.Any(parameter => parameter.Name.EndsWith(BatchCount, StringComparison.Ordinal)))
        {
            tensors = tensors.RemoveAll(tensor => tensor.Name.EndsWith(BatchCount, StringComparison.Ordinal));
        }

        var byName = tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        var hasSameNames = byName.Count == parameters.Length && parameters.All(parameter => byName.ContainsKey(parameter.Name));
        if (!hasSameNames && FitsInOrder(parameters, tensors))
        {
            return tensors;
        }

        var problems = Problems(parameters, tensors, byName).ToArray();
        return problems.Length == 0
            ? [.. parameters.Select(parameter => byName[parameter.Name])]
            : throw new InvalidDataException($"{file}: the weights do not fit the network: {string.Join("; ", problems)}.");
    }

    /// <summary>Whether shapes agree one by one, no name that both have stands at another place, and no weight at that of a bias or a statistic.</summary>
    private static bool FitsInOrder(ImmutableArray<ParameterSegment> parameters, ImmutableArray<StoredTensor> tensors)
    {
        if (parameters.Length != tensors.Length)
        {
            return false;
        }

        var names = parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        return parameters.Zip(tensors).All(pair =>
            HasShape(pair.Second, pair.First) && MayBeTheSame(LastPart(pair.First.Name), LastPart(pair.Second.Name)) && (pair.Second.Name == pair.First.Name || !names.Contains(pair.Second.Name)));
    }

    // The numbers of a normalisation all have one shape, and files may hold them by their names in order.
    private static bool MayBeTheSame(string parameter, string tensor) => parameter == tensor || !s_parts.Contains(parameter) || !s_parts.Contains(tensor);

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static IEnumerable<string> Problems(
        ImmutableArray<ParameterSegment> parameters, ImmutableArray<StoredTensor> tensors, Dictionary<string, StoredTensor> byName)
    {
        foreach (var parameter in parameters)
        {
            if (!byName.TryGetValue(parameter.Name, out var tensor))
            {
                yield return $"missing '{parameter.Name}' {Text(parameter.Shape)}";
            }
            else if (!HasShape(tensor, parameter))
            {
                yield return $"'{parameter.Name}': expected shape {Text(parameter.Shape)}, found {Text(tensor.Shape)}";
            }
        }

        var names = parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var tensor in tensors.Where(tensor => !names.Contains(tensor.Name)))
        {
            yield return $"unexpected '{tensor.Name}' {Text(tensor.Shape)}";
        }
    }

    private static bool HasShape(StoredTensor tensor, ParameterSegment parameter) =>
        tensor.Shape.AsSpan().SequenceEqual(parameter.Shape.AsSpan());

    private static string Text(ImmutableArray<int> shape) => $"[{string.Join(", ", shape)}]";
}
