using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>
/// Computes an element-wise operation inside the only element-wise operation that consumes it, so that its result needs
/// no memory of its own.
/// </summary>
internal static class FuseMaps
{
    // Beyond this many operands a loop runs out of registers for addresses.
    private const int MaximumOperands = 8;

    // Beyond this size a loop runs out of registers for what it computes, and a chain of activations would grow into one
    // expression, doubling where each reads its operand twice.
    private const double MaximumSize = 64;

    public static ComputationGraph Run(ComputationGraph graph)
    {
        var users = Aliases.CountUsers(graph);
        return GraphCopy.Rebuild(graph, graph.Results, (target, value, operands) =>
        {
            if (value.Operation is MapOperation map)
            {
                return Fuse(target, value, map.Expression, operands, users);
            }

            return target.Add(value.Operation, operands, value.Type, value.Label);
        });
    }

    private static Value Fuse(
        ComputationGraph target, Value value, Expression expression, IReadOnlyList<Value> operands, Dictionary<Value, int> users)
    {
        var all = new List<Value>(operands);
        for (var i = 0; i < operands.Count; i++)
        {
            if (users[value.Operands[i]] != 1
                || operands[i].Operation is not MapOperation producer
                || !operands[i].Type.Equals(value.Type)
                || all.Concat(operands[i].Operands).Distinct().Count() - 1 > MaximumOperands)
            {
                continue;
            }

            var (place, replaced) = (all.Count, i);
            var inlined = producer.Expression.Renumber(index => place + index);
            var whole = expression.Rewrite(part => part is Operand operand && operand.Index == replaced ? inlined : null);
            if (whole.Size() <= MaximumSize)
            {
                all.AddRange(operands[i].Operands);
                expression = whole;
            }
        }

        return FoldConstants.AddSimplified(target, value, expression, all);
    }
}
