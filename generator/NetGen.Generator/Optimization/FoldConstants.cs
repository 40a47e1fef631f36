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
                part is Operand operand && operands[operand.Index].Operation is ConstantOperation constant
                    ? new Constant(constant.Value)
                    : null);
            var (expression, used) = MapOperands.Compact(Simplifier.Simplify(folded), operands);
            return expression switch
            {
                Constant constant when !value.Batched => target.Add(new ConstantOperation(constant.Value), used, value.Type, value.Label),
                Operand when used[0].Type.Equals(value.Type) => used[0],
                _ => target.Add(new MapOperation(expression), used, value.Type, value.Label),
            };
        });
}
