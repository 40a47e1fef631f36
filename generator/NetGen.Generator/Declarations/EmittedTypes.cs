using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Declarations;

/// <summary>The types that emitted code names, by simple name. Where the user's own code hides one, it is written in full.</summary>
internal static class EmittedTypes
{
    private static readonly IReadOnlyDictionary<string, string[]> s_groups = new Dictionary<string, string[]>
    {
        ["System"] = new[] { "ReadOnlySpan", "Span", "Math", "ArgumentException", "InvalidOperationException" },
        ["System.Numerics"] = new[] { "Vector" },
        ["System.Runtime.CompilerServices"] = new[] { "Unsafe" },
        ["System.Runtime.InteropServices"] = new[] { "MemoryMarshal" },
        ["NetGen"] = new[]
        {
            "AlignedBuffer", "Batch", "BatchChecks", "ColumnRole", "ElementType", "IDifferentiableNetwork", "INetwork", "ISharedPass", "ITrainableNetwork",
            "Init", "Initialization", "LossValue", "NetworkDescription", "ParameterBuffer", "ParameterStore", "PreparedValues",
            "Regularization", "SampleScale", "Worker", "Workspace", "WorkspacePool",
        },
        ["NetGen.Numerics"] = new[] { "Lanes", "Panels", "Philox", "Rows", "SampleGroups", "Sparsemax", "Tiles", "VectorMath", "Winograd" },
    };

    /// <summary>The names, each with the way it is written in full.</summary>
    public static IReadOnlyDictionary<string, string> FullNames { get; } =
        s_groups.SelectMany(group => group.Value.Select(name => (name, full: $"global::{group.Key}.{name}")))
            .ToDictionary(entry => entry.name, entry => entry.full, StringComparer.Ordinal);

    /// <summary>The namespaces that emitted code uses.</summary>
    public static IEnumerable<string> Namespaces => s_groups.Keys;
}
