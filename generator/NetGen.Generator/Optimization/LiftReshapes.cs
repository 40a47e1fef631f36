using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>
/// Computes an element-wise operation on the result of another in the shape that this has, and reshapes behind both, so that they can be one: the derivative of an
/// activation and the gradient of the pooling behind it.
/// </summary>
internal static class LiftReshapes
{
    // What a reduction alone reads is computed within it, where no shape stands between.
    public static ComputationGraph Run(ComputationGraph graph)
    {
        var users = Aliases.CountUsers(graph);
        var reduced = new HashSet<Value>(graph.Values.Where(value => value.Operation is ReduceOperation).SelectMany(value => value.Operands));
        return GraphCopy.Rebuild(graph, graph.Results, (target, value, operands) =>
            value.Operation is MapOperation && value.Shape.Count > 1 && !(reduced.Contains(value) && users[value] == 1) && Source(value, users) is { } place
                ? Lifted(new GraphBuilder(target) { Label = value.Label }, value, operands, operands[place].Operands[0].Shape)
                : target.Add(value.Operation, operands, value.Type, value.Label));
    }

    // The operand that is another operation's result in another shape, where all others are as large or single numbers.
    private static int? Source(Value map, IReadOnlyDictionary<Value, int> users)
    {
        var all = map.Operands;
        return all.All(operand => operand.Shape.Count == 1 || (operand.Shape.Equals(map.Shape) && operand.Operation is not (ContractOperation or ConstantOperation or IotaOperation)))
            ? Enumerable.Range(0, all.Count).Where(place => IsReshapedMap(all[place], map, users)).Select(place => (int?)place).FirstOrDefault()
            : null;
    }

    private static bool IsReshapedMap(Value operand, Value map, IReadOnlyDictionary<Value, int> users) =>
        operand.Operation is ReshapeOperation && users[operand] == 1 && operand.Type.Equals(map.Type)
        && operand.Operands[0] is { Operation: MapOperation } source && users[source] == 1;

    private static Value Lifted(GraphBuilder builder, Value map, IReadOnlyList<Value> operands, Shape shape)
    {
        var reshaped = operands.Select(operand =>
            operand.Shape.Count == 1 ? builder.Reshape(operand, new Shape(Enumerable.Repeat(1, System.Math.Min(operand.Shape.Rank, shape.Rank))))
            : operand.Operation is ReshapeOperation && operand.Operands[0].Shape.Equals(shape) ? operand.Operands[0]
            : builder.Reshape(operand, shape)).ToArray();
        return builder.Reshape(builder.Add(map.Operation, map.Type with { Shape = shape }, reshaped), map.Shape);
    }
}
