using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>From which kernel to which each value must stay in memory.</summary>
internal sealed class Lifetimes
{
    private readonly Dictionary<Value, int> _written = new();
    private readonly Dictionary<Value, int> _lastRead = new();

    public Lifetimes(ComputationGraph graph, IReadOnlyList<Kernel> kernels, bool twoHalves)
    {
        var firstHalf = twoHalves ? FirstHalf(graph) : new HashSet<Value>();
        for (var i = 0; i < kernels.Count; i++)
        {
            foreach (var value in kernels[i].Results.Concat(kernels[i].Scratch))
            {
                _written[value] = i;
            }

            var second = !firstHalf.Contains(kernels[i].Result);
            foreach (var root in kernels[i].Reads.Select(Aliases.Root))
            {
                // The second half may run several times on one run of the first.
                Extend(root, second && firstHalf.Contains(root) ? kernels.Count : i);
            }
        }

        foreach (var result in graph.Results)
        {
            Extend(Aliases.Root(result.Value), kernels.Count);
        }
    }

    /// <summary>The values that the outputs need: the forward pass, where a program is called in two halves.</summary>
    public static HashSet<Value> FirstHalf(ComputationGraph graph) =>
        GraphCopy.Needed(graph, graph.Results.Where(result => result.Role == ResultRole.Output).Select(result => result.Value));

    public Lifetime Of(Value value, long length)
    {
        var first = _written.TryGetValue(value, out var written) ? written : 0;
        return new Lifetime(length, first, _lastRead.TryGetValue(value, out var last) ? last : first);
    }

    private void Extend(Value value, int kernel)
    {
        if (!_lastRead.TryGetValue(value, out var last) || kernel > last)
        {
            _lastRead[value] = kernel;
        }
    }
}
