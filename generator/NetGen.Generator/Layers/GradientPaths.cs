using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers;

/// <summary>A value of the training graph through which no gradient passes, and the layer it belongs to.</summary>
internal sealed record NonDifferentiableValue(int Layer, string Description, Value TrainingValue);

/// <summary>Which leaves of a graph lose their gradient to a value that has none.</summary>
internal static class GradientPaths
{
    /// <summary>Those of the marked values that one of the results with a role depends on.</summary>
    public static IEnumerable<NonDifferentiableValue> Reaching(
        ComputationGraph graph, ResultRole role, IEnumerable<NonDifferentiableValue> marked)
    {
        var needed = Before(graph.Results.Where(result => result.Role == role).Select(result => result.Value));
        return marked.Where(candidate => needed.Contains(candidate.TrainingValue));
    }

    /// <summary>The trainable parameters on which a value depends, in canonical order.</summary>
    public static IReadOnlyList<string> TrainableBefore(Value value, IEnumerable<ParameterInfo> parameters)
    {
        var before = new HashSet<string>(Before(new[] { value }).Select(node => (node.Operation as ParameterOperation)?.Name ?? string.Empty));
        return parameters.Where(parameter => parameter.Trainable && before.Contains(parameter.Name)).Select(parameter => parameter.Name).ToArray();
    }

    /// <summary>The given values and all on which they depend, except where the gradient is stopped on purpose.</summary>
    private static HashSet<Value> Before(IEnumerable<Value> values)
    {
        var found = new HashSet<Value>();
        var pending = new Stack<Value>(values);
        while (pending.Count > 0)
        {
            var value = pending.Pop();
            if (found.Add(value) && value.Operation is not StopGradientOperation)
            {
                foreach (var operand in value.Operands)
                {
                    pending.Push(operand);
                }
            }
        }

        return found;
    }
}
