using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>
/// Reduces within each sample first and over the samples then, where there is much to reduce in a sample: workers share the samples, and what is left is little.
/// </summary>
internal static class SplitSums
{
    /// <summary>Less than a block of a sample is reduced with the samples.</summary>
    private const long LeastOfSample = 16;

    public static ComputationGraph Run(ComputationGraph graph) =>
        GraphCopy.Rebuild(graph, graph.Results, (target, value, operands) =>
        {
            if (value.Operation is not ReduceOperation { OverSamples: true } reduce
                || reduce.Axes.Aggregate(1L, (product, axis) => product * operands[0].Shape[axis]) < LeastOfSample)
            {
                return target.Add(value.Operation, operands, value.Type, value.Label);
            }

            var ofSample = target.Add(reduce with { OverSamples = false }, operands, value.Type with { Batched = true, Grouped = operands[0].Type.Grouped }, value.Label);
            return target.Add(reduce with { Axes = new(System.Array.Empty<int>()) }, new[] { ofSample }, value.Type, value.Label);
        });
}
