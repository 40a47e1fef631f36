using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>From when to when each value must stay in memory: in kernels, or in stages between which workers meet.</summary>
internal sealed class Lifetimes
{
    private readonly Dictionary<Value, int> _written = new();
    private readonly Dictionary<Value, int> _lastRead = new();

    /// <param name="graph">The graph.</param>
    /// <param name="kernels">Its kernels in order.</param>
    /// <param name="times">When each of them runs.</param>
    /// <param name="twoHalves">Whether the program is called in two halves.</param>
    public Lifetimes(ComputationGraph graph, IReadOnlyList<Kernel> kernels, IReadOnlyList<int> times, bool twoHalves)
    {
        var end = kernels.Count;
        var firstHalf = twoHalves ? FirstHalf(graph) : new HashSet<Value>();
        for (var i = 0; i < kernels.Count; i++)
        {
            foreach (var value in kernels[i].Results.Concat(kernels[i].Scratch))
            {
                _written[value] = times[i];
            }

            var second = !firstHalf.Contains(kernels[i].Result);
            foreach (var root in kernels[i].Reads.Select(Aliases.Root))
            {
                // The second half may run several times on one run of the first.
                Extend(root, second && firstHalf.Contains(root) ? end : times[i]);
            }
        }

        foreach (var result in graph.Results)
        {
            Extend(Aliases.Root(result.Value), end);
        }
    }

    /// <summary>
    /// The forward pass, where a program is called in two halves: the values that the outputs need, and what the next states are computed from, which may draw random numbers.
    /// </summary>
    public static HashSet<Value> FirstHalf(ComputationGraph graph)
    {
        var outputs = graph.Results.Where(result => result.Role == ResultRole.Output).Select(result => result.Value);
        var states = new HashSet<Value>(graph.Results.Where(result => result.Role == ResultRole.NextState).Select(result => Aliases.Root(result.Value)));

        // Of two equal states one is a copy of the other.
        return GraphCopy.Needed(graph, outputs.Concat(states.SelectMany(state => state.Operands).Where(operand => !states.Contains(Aliases.Root(operand)))));
    }

    public Lifetime Of(Value value, long length)
    {
        var first = _written.TryGetValue(value, out var written) ? written : 0;
        return new Lifetime(length, first, _lastRead.TryGetValue(value, out var last) ? last : first);
    }

    private void Extend(Value value, int time)
    {
        if (!_lastRead.TryGetValue(value, out var last) || time > last)
        {
            _lastRead[value] = time;
        }
    }
}
