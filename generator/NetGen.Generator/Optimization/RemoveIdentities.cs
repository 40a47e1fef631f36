using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>
/// Drops operations that only pass their operand on: stop-gradient (differentiation is over), maps of an operand to the same type,
/// what spreads a value for a map that would do so itself, reshapes to the same shape or of a reshape, reductions over axes of one element, slices and pads of nothing,
/// concatenations of one value.
/// </summary>
internal static class RemoveIdentities
{
    public static ComputationGraph Run(ComputationGraph graph) =>
        GraphCopy.Rebuild(graph, graph.Results, (target, value, operands) => value.Operation switch
        {
            StopGradientOperation => operands[0],
            UngroupOperation when operands[0].Operation is GroupOperation && operands[0].Operands[0].Type.Equals(value.Type) => operands[0].Operands[0],
            MapOperation { Expression: Operand kept } when operands[kept.Index].Type.Equals(value.Type) => operands[kept.Index],
            MapOperation => target.Add(value.Operation, operands.Select(Spread).ToArray(), value.Type, value.Label),
            ReshapeOperation => Reshape(target, value, operands[0]),
            ReduceOperation when operands[0].Type.Equals(value.Type) => operands[0],
            SliceOperation slice when slice.Length == operands[0].Shape[slice.Axis] => operands[0],
            PadOperation { Before: 0, After: 0 } => operands[0],
            ConcatOperation when operands.Count == 1 => operands[0],
            TransposeOperation transpose when transpose.Permutation.SequenceEqual(Enumerable.Range(0, value.Shape.Rank)) => operands[0],
            _ => target.Add(value.Operation, operands, value.Type, value.Label),
        });

    // A map spreads what it reads itself.
    private static Value Spread(Value operand) =>
        operand.Operation is MapOperation { Expression: Operand kept } && operand.Operands[kept.Index] is { Type.Element: ElementKind.Float } source ? source : operand;

    private static Value Reshape(ComputationGraph target, Value value, Value operand)
    {
        var source = operand.Operation is ReshapeOperation ? operand.Operands[0] : operand;
        return source.Type.Equals(value.Type) ? source : target.Add(new ReshapeOperation(), new[] { source }, value.Type, value.Label);
    }
}
