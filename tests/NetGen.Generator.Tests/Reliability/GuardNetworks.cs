using System.Collections.Immutable;
using System.Linq;
using NetGen.RandomNetworks.Declarations;

namespace NetGen.Generator.Tests.Reliability;

/// <summary>Networks of sizes that random ones do not have, for the same checks.</summary>
internal static class GuardNetworks
{
    /// <summary>No named arguments.</summary>
    public static ImmutableSortedDictionary<string, object> None => ImmutableSortedDictionary<string, object>.Empty;

    public static RandomNetwork Of(params RandomLayer[] layers) => new(None, [.. layers], [], NetworkPlace.Alone);

    public static RandomLayer Layer(string name, ImmutableSortedDictionary<string, object> named, params object[] positional) =>
        new(LayerKind.All.First(kind => kind.Name == name), [.. positional], named);
}
