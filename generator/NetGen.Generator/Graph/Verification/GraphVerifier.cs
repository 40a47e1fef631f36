using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;

namespace NetGen.Generator.Graph;

/// <summary>
/// Checks every rule of the graph language again: the order of values, what each operation takes and gives, and what
/// each result has to be. It runs after lowering, after differentiation and after every pass.
/// </summary>
internal static class GraphVerifier
{
    /// <exception cref="InvalidGraphException">A rule does not hold; the message names the value and the rule.</exception>
    public static void Verify(ComputationGraph graph)
    {
        var leaves = new Dictionary<string, TensorType>(StringComparer.Ordinal);
        for (var i = 0; i < graph.Values.Count; i++)
        {
            var value = graph.Values[i];
            Require(value.Id == i, value, $"stands at place {i}");
            VerifyOperands(graph, value);
            VerifyShape(value);
            OperationRules.Verify(value);
            VerifyLeaf(value, leaves);
        }

        ResultRules.Verify(graph, leaves);
    }

    internal static void Require(bool holds, Value value, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidGraphException($"{value}: {otherwise}.");
        }
    }

    internal static void Require(bool holds, Value value, [InterpolatedStringHandlerArgument(nameof(holds))] RuleText otherwise)
    {
        if (!holds)
        {
            Require(holds, value, otherwise.ToString());
        }
    }

    /// <summary>The key under which a leaf is the same wherever it stands.</summary>
    internal static string LeafKey(string kind, string name) => kind + " " + name;

    private static void VerifyOperands(ComputationGraph graph, Value value)
    {
        foreach (var operand in value.Operands)
        {
            Require(operand.Id < value.Id, value, $"uses %{operand.Id}, which does not come before it");
            Require(operand.Id >= 0 && ReferenceEquals(graph.Values[operand.Id], operand), value, $"uses a %{operand.Id} of another graph");
        }
    }

    private static void VerifyShape(Value value)
    {
        Require(value.Shape.Sizes.All(size => size > 0), value, "has a size that is not positive");
        Require(value.Shape.Count <= Shape.MaximumCount, value, $"has more than {Shape.MaximumCount} elements");
    }

    private static void VerifyLeaf(Value value, Dictionary<string, TensorType> leaves)
    {
        var key = value.Operation switch
        {
            ParameterOperation parameter => LeafKey("parameter", parameter.Name),
            InputOperation input => LeafKey(input.Role.ToString(), input.Name),
            _ => null,
        };
        if (key is not null)
        {
            Require(!leaves.TryGetValue(key, out var other) || other.Equals(value.Type), value, $"{key} has two types");
            leaves[key] = value.Type;
        }
    }
}
