using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Testing.Reference;

/// <summary>Whether the samples of a batch depend on each other, as those that are normalised together do.</summary>
internal static class CoupledSamples
{
    public static bool In(ComputationGraph graph)
    {
        var ofBatch = new HashSet<Value>();
        foreach (var value in graph.Values.Where(value => value.Batched || value.Operands.Any(ofBatch.Contains)))
        {
            ofBatch.Add(value);
        }

        return graph.Values.Any(value => value.Batched && value.Operands.Any(operand => !operand.Batched && ofBatch.Contains(operand)));
    }
}
