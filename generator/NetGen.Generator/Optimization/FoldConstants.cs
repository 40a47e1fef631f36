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

            // A function of constants that is not known exactly: a map needs an operand, even one that it does not read.
            _ when used.Length == 0 => target.Add(new MapOperation(simple), new[] { Scalar(target, 0, value) }, value.Type, value.Label),
            _ => target.Add(new MapOperation(simple), used, value.Type, value.Label),
        };
    }

    // A number, or one spread over a type.
    private static double? ConstantOf(Value value) => value.Operation switch
    {
        ConstantOperation constant => constant.Value,
        MapOperation { Expression: Operand kept } => ConstantOf(value.Operands[kept.Index]),
        _ => null,
    };

    // Constants have no sample axis of their own; a map gives them one.
    private static Value Number(ComputationGraph target, double number, Value value)
    {
        return value.Batched
            ? target.Add(new MapOperation(new Operand(0)), new[] { Scalar(target, number, value) }, value.Type, value.Label)
            : target.Add(new ConstantOperation(number), Array.Empty<Value>(), value.Type, value.Label);
    }

    private static Value Scalar(ComputationGraph target, double number, Value value) =>
        target.Add(new ConstantOperation(number), Array.Empty<Value>(), TensorType.Shared(Shape.Scalar), value.Label);
}
