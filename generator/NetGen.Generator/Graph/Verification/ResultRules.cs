using System.Collections.Generic;
using System.Linq;
using static NetGen.Generator.Graph.GraphVerifier;

namespace NetGen.Generator.Graph;

/// <summary>What a graph may give and of which type.</summary>
internal static class ResultRules
{
    /// <param name="graph">The graph.</param>
    /// <param name="leaves">The types of the graph's parameters and inputs, by <see cref="LeafKey"/>.</param>
    /// <exception cref="InvalidGraphException">A rule does not hold.</exception>
    public static void Verify(ComputationGraph graph, IReadOnlyDictionary<string, TensorType> leaves)
    {
        foreach (var result in graph.Results)
        {
            var value = result.Value;
            Require(
                value.Id >= 0 && value.Id < graph.Values.Count && ReferenceEquals(graph.Values[value.Id], value),
                value,
                $"the result '{result.Name}' is of another graph");
            Require(value.Type.Element == ElementKind.Float, value, $"the result '{result.Name}' is not of floats");
            VerifyType(result, leaves);
        }

        foreach (var same in graph.Results.GroupBy(result => (result.Role, result.Name)).Where(group => group.Count() > 1))
        {
            throw new InvalidGraphException($"There are {same.Count()} results {same.Key.Role} '{same.Key.Name}'.");
        }

        var losses = graph.Results.Count(result => result.Role == ResultRole.Loss);
        if (losses > 1)
        {
            throw new InvalidGraphException($"There are {losses} losses; a graph gives their total.");
        }

        VerifyOutputGradients(graph, leaves);
    }

    private static void VerifyType(GraphResult result, IReadOnlyDictionary<string, TensorType> leaves)
    {
        var (value, name) = (result.Value, result.Name);
        switch (result.Role)
        {
            case ResultRole.Loss:
                Require(value.Shape.Rank == 0 && !value.Batched, value, $"the loss '{name}' is not one number");
                break;
            case ResultRole.ParameterGradient:
            case ResultRole.NextState:
                Require(!value.Batched, value, $"the {result.Role} of '{name}' has a sample axis");
                RequireSame(value, LeafKey("parameter", name), leaves);
                break;
            case ResultRole.InputGradient:
                Require(value.Batched, value, $"the gradient of '{name}' has no sample axis");
                RequireSame(value, LeafKey(nameof(InputRole.Data), name), leaves);
                break;
            default:
                Require(value.Batched, value, $"the result '{name}' has no sample axis");
                break;
        }
    }

    /// <summary>A gradient has the type of what it is the gradient of, where the graph still uses that.</summary>
    private static void RequireSame(Value value, string leaf, IReadOnlyDictionary<string, TensorType> leaves) =>
        Require(!leaves.TryGetValue(leaf, out var type) || type.Equals(value.Type), value, $"{leaf} is {type}, what belongs to it is not");

    private static void VerifyOutputGradients(ComputationGraph graph, IReadOnlyDictionary<string, TensorType> leaves)
    {
        foreach (var output in graph.Results.Where(result => result.Role == ResultRole.Output))
        {
            RequireSame(output.Value, LeafKey(nameof(InputRole.OutputGradient), output.Name), leaves);
        }
    }
}
