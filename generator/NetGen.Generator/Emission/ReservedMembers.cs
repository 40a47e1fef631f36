using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Declarations;

namespace NetGen.Generator.Emission;

/// <summary>The names of members that kernels must not take: those of other members, and of types, which a method would hide.</summary>
internal static class ReservedMembers
{
    /// <summary>The names that every class has.</summary>
    public static IReadOnlyList<string> OfObject { get; } =
        new[] { "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals" };

    public static IReadOnlyList<string> Names { get; } = GeneratedMembers.Names.Concat(OfObject).Concat(EmittedTypes.FullNames.Keys).ToArray();
}
