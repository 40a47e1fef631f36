using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Graph;

/// <summary>Copies a graph, or what some of its results need.</summary>
internal static class GraphCopy
{
    /// <summary>A copy with the chosen results (all unless said) and the values they need.</summary>
    public static ComputationGraph Of(ComputationGraph graph, Func<GraphResult, bool>? choose = null)
    {
        var results = graph.Results.Where(result => choose is null || choose(result)).ToArray();
        var needed = Needed(graph, results.Select(result => result.Value));
        return Rebuild(graph, results, (target, value, operands) =>
            needed.Contains(value) ? target.Add(value.Operation, operands, value.Type, value.Label) : null);
    }

    /// <summary>
    /// Builds a new graph value by value. The callback gets the value and its operands in the new graph and returns what
    /// stands for it there; null drops it.
    /// </summary>
    public static ComputationGraph Rebuild(
        ComputationGraph graph,
        IEnumerable<GraphResult> results,
        Func<ComputationGraph, Value, IReadOnlyList<Value>, Value?> translate)
    {
        var target = new ComputationGraph();
        var map = new Dictionary<Value, Value>();
        foreach (var value in graph.Values)
        {
            if (value.Operands.Any(operand => !map.ContainsKey(operand)))
            {
                continue;
            }

            if (translate(target, value, value.Operands.Select(operand => map[operand]).ToArray()) is { } translated)
            {
                map.Add(value, translated);
            }
        }

        foreach (var result in results)
        {
            target.AddResult(result.Name, result.Role, map[result.Value]);
        }

        return target;
    }

    /// <summary>Whether a graph has the same values as another, the very operations in the same order, and the same results.</summary>
    public static bool IsOf(ComputationGraph graph, ComputationGraph copy) =>
        graph.Values.Count == copy.Values.Count && graph.Results.Count == copy.Results.Count
        && graph.Values.Zip(copy.Values, IsOf).All(isCopy => isCopy)
        && graph.Results.Zip(copy.Results, (result, other) => result.Name == other.Name && result.Role == other.Role && result.Value.Id == other.Value.Id).All(isCopy => isCopy);

    private static bool IsOf(Value value, Value copy) =>
        ReferenceEquals(value.Operation, copy.Operation) && value.Type.Equals(copy.Type) && value.Label == copy.Label
        && value.Operands.Select(operand => operand.Id).SequenceEqual(copy.Operands.Select(operand => operand.Id));

    /// <summary>The given values and all that they depend on.</summary>
    public static HashSet<Value> Needed(ComputationGraph graph, IEnumerable<Value> roots)
    {
        var needed = new HashSet<Value>(roots);
        foreach (var value in graph.Values.Reverse())
        {
            if (needed.Contains(value))
            {
                needed.UnionWith(value.Operands);
            }
        }

        return needed;
    }
}
