using System;
using System.Collections.Generic;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>Writes constant operands into the expressions of maps, merges equal operands and simplifies.</summary>
internal static class FoldConstants
{
    public static ComputationGraph Run(ComputationGraph graph) =>
        GraphCopy.Rebuild(graph, graph.Results, (target, value, operands) =>
        {
            if (value.Operation is not MapOperation map)
            {
                return target.Add(value.Operation, operands, value.Type, value.Label);
            }

            var folded = map.Expression.Rewrite(part =>
                part is Operand operand && ConstantOf(operands[operand.Index]) is { } number ? new Constant(number) : null);
            return AddSimplified(target, value, folded, operands);
        });

    /// <summary>Adds a map in its simplest form, which may be a number or the operand itself.</summary>
    public static Value AddSimplified(ComputationGraph target, Value value, Expression expression, IReadOnlyList<Value> operands)
    {
        // Equal operands are merged first: x − x is seen to be zero.
        var (merged, distinct) = MapOperands.Compact(expression, operands);
        var (simple, used) = MapOperands.Compact(Simplifier.Simplify(merged), distinct);
        return simple switch
        {
            Constant constant => Number(target, constant.Value, value),
            Operand when used[0].Type.Equals(value.Type) => used[0],
            _ => target.Add(new MapOperation(simple), used, value.Type, value.Label),
        };
    }

    // A number, or one spread over a type.
    private static double? ConstantOf(Value value) => value.Operation switch
    {
        ConstantOperation constant => constant.Value,
        MapOperation { Expression: Operand } => ConstantOf(value.Operands[0]),
        _ => null,
    };

    // Constants have no sample axis of their own; a map gives them one.
    private static Value Number(ComputationGraph target, double number, Value value)
    {
        var operation = new ConstantOperation(number);
        if (!value.Batched)
        {
            return target.Add(operation, Array.Empty<Value>(), value.Type, value.Label);
        }

        var scalar = target.Add(operation, Array.Empty<Value>(), TensorType.Shared(Shape.Scalar), value.Label);
        return target.Add(new MapOperation(new Operand(0)), new[] { scalar }, value.Type, value.Label);
    }
}
