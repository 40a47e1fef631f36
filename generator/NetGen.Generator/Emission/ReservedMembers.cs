using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Declarations;

namespace NetGen.Generator.Emission;

/// <summary>The names of members that kernels must not take.</summary>
internal static class ReservedMembers
{
    public static IReadOnlyList<string> Names { get; } = GeneratedMembers.Names.Concat(new[]
    {
        "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals",
        "Vector", "Unsafe", "Math", "MemoryMarshal", "Lanes", "VectorMath", "Philox", "Sparsemax", "Rows",
    }).ToArray();
}
