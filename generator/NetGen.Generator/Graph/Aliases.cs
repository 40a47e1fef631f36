using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Graph;

/// <summary>Values that are the same memory under another shape.</summary>
internal static class Aliases
{
    /// <summary>The value whose memory this one is.</summary>
    public static Value Root(Value value)
    {
        while (value.Operation is ReshapeOperation)
        {
            value = value.Operands[0];
        }

        return value;
    }

    /// <summary>Whether the value exists before any kernel runs, or needs no memory.</summary>
    public static bool IsLeaf(Value value) =>
        value.Operation is ParameterOperation or InputOperation or ConstantOperation or IotaOperation;

    /// <summary>How many values and results read a value.</summary>
    public static Dictionary<Value, int> CountUsers(ComputationGraph graph)
    {
        var users = graph.Values.ToDictionary(value => value, _ => 0);
        foreach (var operand in graph.Values.SelectMany(value => value.Operands.Distinct()).Concat(graph.Results.Select(result => result.Value)))
        {
            users[operand]++;
        }

        return users;
    }
}
