using System.Collections.Generic;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>Windows that lie one after the other, as those of most poolings, are the axis in another shape, and so is the sum of them. Windows of windows stay views.</summary>
internal static class ReshapeParts
{
    public static ComputationGraph Run(ComputationGraph graph) =>
        GraphCopy.Rebuild(graph, graph.Results, (target, value, operands) => target.Add(AreParts(value, operands) ? new ReshapeOperation() : value.Operation, operands, value.Type, value.Label));

    private static bool AreParts(Value value, IReadOnlyList<Value> operands) => value.Operation switch
    {
        FoldOperation fold => fold.Windows.ArePartsOf(fold.Length),
        UnfoldOperation unfold => unfold.Windows.ArePartsOf(operands[0].Shape[unfold.Axis]) && !Aliases.IsView(operands[0]),
        _ => false,
    };
}
