using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Declarations;

/// <summary>The types that emitted code names, by simple name. Where the user's own code hides one, it is written in full.</summary>
internal static class EmittedTypes
{
    public static IReadOnlyDictionary<string, string> FullNames { get; } = new Dictionary<string, string[]>
    {
        ["System"] = new[] { "ReadOnlySpan", "Span", "Math", "ArgumentException", "InvalidOperationException" },
        ["System.Numerics"] = new[] { "Vector" },
        ["System.Runtime.CompilerServices"] = new[] { "Unsafe" },
        ["System.Runtime.InteropServices"] = new[] { "MemoryMarshal" },
        ["NetGen"] = new[]
        {
            "AlignedBuffer", "Batch", "BatchChecks", "ColumnRole", "ElementType", "IDifferentiableNetwork", "INetwork", "ITrainableNetwork",
            "Init", "Initialization", "LossValue", "NetworkDescription", "ParameterBuffer", "ParameterStore", "PreparedValues",
            "Regularization", "SampleScale", "Workspace", "WorkspacePool",
        },
        ["NetGen.Numerics"] = new[] { "Lanes", "Philox", "Rows", "Sparsemax", "VectorMath" },
    }.SelectMany(group => group.Value.Select(name => (name, full: $"global::{group.Key}.{name}")))
        .ToDictionary(entry => entry.name, entry => entry.full, StringComparer.Ordinal);
}
