using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Differentiation;

/// <summary>
/// Reverse-mode differentiation. Walks a graph from its results to what is wanted and appends, with one rule per
/// primitive, the operations that compute the vector-Jacobian product. The appended part consists of the same primitives
/// and can be differentiated again.
/// </summary>
internal sealed class ReverseMode
{
    /// <summary>The label of a gradient is that of its value with this ending.</summary>
    public const string GradientEnding = ".gradient";

    private readonly GraphBuilder _builder;
    private readonly Dictionary<Value, Value> _adjoints = new();

    private ReverseMode(GraphBuilder builder) => _builder = builder;

    /// <summary>The gradients of Σ seed · value with respect to the wanted values; a value that nothing reaches has none.</summary>
    /// <param name="builder">The graph, which is extended.</param>
    /// <param name="seeds">Values and the upstream gradient of each, of the same type.</param>
    /// <param name="wanted">With respect to what.</param>
    public static IReadOnlyDictionary<Value, Value> Differentiate(
        GraphBuilder builder, IReadOnlyList<(Value Value, Value Upstream)> seeds, IReadOnlyCollection<Value> wanted)
    {
        var pass = new ReverseMode(builder);
        var active = ActiveValues(builder.Graph, new HashSet<Value>(wanted));
        foreach (var (value, upstream) in seeds)
        {
            pass.Accumulate(value, upstream);
        }

        foreach (var value in builder.Graph.Values.Take(seeds.Max(seed => seed.Value.Id) + 1).Reverse().ToArray())
        {
            if (active.Contains(value) && pass._adjoints.TryGetValue(value, out var upstream))
            {
                pass.Propagate(value, upstream, active);
            }
        }

        return wanted.Where(pass._adjoints.ContainsKey).ToDictionary(value => value, value => pass._adjoints[value]);
    }

    private void Propagate(Value value, Value upstream, HashSet<Value> active)
    {
        for (var i = 0; i < value.Operands.Count; i++)
        {
            var operand = value.Operands[i];
            if (active.Contains(operand))
            {
                _builder.Label = operand.Label + GradientEnding;
                if (Pullbacks.Of(_builder, value, i, upstream) is { } gradient)
                {
                    Accumulate(operand, gradient);
                }
            }
        }
    }

    private void Accumulate(Value value, Value gradient)
    {
        _builder.Label = gradient.Label;
        _adjoints[value] = _adjoints.TryGetValue(value, out var sum)
            ? _builder.Map(new Operand(0) + new Operand(1), sum, gradient)
            : gradient;
    }

    // Values that depend on what is wanted; gradients flow through no other.
    private static HashSet<Value> ActiveValues(ComputationGraph graph, HashSet<Value> active)
    {
        foreach (var value in graph.Values)
        {
            if (value.Operands.Any(active.Contains))
            {
                active.Add(value);
            }
        }

        return active;
    }
}
