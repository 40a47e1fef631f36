using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>Common subexpressions: values with the same operation, operands and type become one.</summary>
internal static class MergeEqualValues
{
    public static ComputationGraph Run(ComputationGraph graph)
    {
        // Random operations carry their stream, so two layers' never merge.
        var known = new Dictionary<Operation, List<Value>>();
        return GraphCopy.Rebuild(graph, graph.Results, (target, value, operands) =>
        {
            if (!known.TryGetValue(value.Operation, out var candidates))
            {
                known.Add(value.Operation, candidates = new List<Value>());
            }

            var equal = candidates.Find(other => other.Type.Equals(value.Type) && other.Operands.SequenceEqual(operands));
            if (equal is null)
            {
                equal = target.Add(value.Operation, operands, value.Type, value.Label);
                candidates.Add(equal);
            }

            return equal;
        });
    }
}
