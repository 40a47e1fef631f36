using System;
using System.Collections.Generic;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>A rewriting of graphs that keeps their meaning.</summary>
internal sealed record Pass(string Name, Func<ComputationGraph, ComputationGraph> Run);

/// <summary>All passes, in the order in which they run.</summary>
internal static class Passes
{
    public static IReadOnlyList<Pass> All { get; } = new[]
    {
        new Pass("remove what nothing needs", RemoveUnneeded.Run),
        new Pass("remove identities", RemoveIdentities.Run),
        new Pass("gather what windows share", GatherFolds.Run),
        new Pass("put channels last", ChannelsLast.Run),
        new Pass("remove what stayed in order", RemoveIdentities.Run),
        new Pass("fold constants into expressions", FoldConstants.Run),
        new Pass("merge equal values", MergeEqualValues.Run),
        new Pass("fuse element-wise operations", FuseMaps.Run),
        new Pass("remove what fusing left over", RemoveUnneeded.Run),
    };

    /// <summary>Runs all passes and verifies the graph after each.</summary>
    public static ComputationGraph Run(ComputationGraph graph)
    {
        foreach (var pass in All)
        {
            graph = pass.Run(graph);
            GraphVerifier.Verify(graph);
        }

        return graph;
    }
}
