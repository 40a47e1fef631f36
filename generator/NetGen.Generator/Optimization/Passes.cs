using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>A rewriting of graphs that keeps their meaning.</summary>
internal sealed record Pass(string Name, Func<ComputationGraph, ComputationGraph> Run);

/// <summary>All passes, in the order in which they run.</summary>
internal static class Passes
{
    private static readonly Pass s_groups = new("put samples into lanes", GroupSamples.Run);

    public static IReadOnlyList<Pass> All { get; } = new[]
    {
        new Pass("remove what nothing needs", RemoveUnneeded.Run),
        new Pass("remove identities", RemoveIdentities.Run),
        new Pass("gather what windows share", GatherFolds.Run),
        new Pass("remove what gathering left over", RemoveUnneeded.Run),
        s_groups,
        new Pass("clip windows at the border", ClipWindows.Run),
        new Pass("put channels last", ChannelsLast.Run),
        new Pass("reshape windows that share nothing", ReshapeParts.Run),
        new Pass("remove what stayed in order", RemoveIdentities.Run),
        new Pass("fold constants into expressions", FoldConstants.Run),
        new Pass("take factors out of sums", FactorSums.Run),
        new Pass("remove what factoring left over", RemoveUnneeded.Run),
        new Pass("sum within samples first", SplitSums.Run),
        new Pass("lift reshapes out of element-wise operations", LiftReshapes.Run),
        new Pass("remove what lifting left over", RemoveUnneeded.Run),
        new Pass("sum windows in Winograd's form", WinogradForms.Run),
        new Pass("remove windows that nothing looks at", RemoveUnneeded.Run),
        new Pass("merge equal values", MergeEqualValues.Run),
        new Pass("fuse element-wise operations", FuseMaps.Run),
        new Pass("remove what fusing left over", RemoveUnneeded.Run),
    };

    /// <summary>The passes of programs that compute what depends on parameters only once for each version of them.</summary>
    public static IReadOnlyList<Pass> OfPrediction { get; } = new[] { new Pass("put scales into weights", ScaleWeights.Run) }.Concat(All).ToArray();

    /// <summary>Those of a program that takes one sample.</summary>
    public static IReadOnlyList<Pass> OfSample { get; } = Apart(OfPrediction);

    /// <summary>Passes without the one that puts samples into lanes.</summary>
    public static IReadOnlyList<Pass> Apart(IReadOnlyList<Pass> passes) => passes.Where(pass => pass != s_groups).ToArray();

    /// <summary>Runs all passes and verifies the graph after each that changes it.</summary>
    public static ComputationGraph Run(ComputationGraph graph) => Run(graph, All);

    /// <summary>Runs some passes and verifies the graph after each that changes it.</summary>
    public static ComputationGraph Run(ComputationGraph graph, IReadOnlyList<Pass> passes)
    {
        foreach (var pass in passes)
        {
            // Most passes change nothing in most graphs, and comparing takes less than verifying.
            var rewritten = pass.Run(graph);
            if (!GraphCopy.IsOf(graph, rewritten))
            {
                GraphVerifier.Verify(rewritten);
                graph = rewritten;
            }
        }

        return graph;
    }
}
