using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>
/// Which values should be produced in the blocked layout of a parameter, because they end up, alone or summed, in its
/// gradient: contractions that can put the lane axis into their lanes, and sums of such.
/// </summary>
internal static class GradientLayouts
{
    public static Dictionary<Value, Layout> Wanted(ComputationGraph graph, ParameterPlan parameters)
    {
        var wishes = new Dictionary<Value, Layout>();
        foreach (var result in graph.Results.Where(result => result.IsOfParameter))
        {
            var layout = parameters[result.Name].Layout;
            if (layout.LaneAxis >= 0)
            {
                wishes[result.Value] = layout;
            }
        }

        var users = Aliases.CountUsers(graph);
        var wanted = new Dictionary<Value, Layout>();
        foreach (var value in graph.Values.Reverse())
        {
            if (wishes.TryGetValue(value, out var layout) && CanProduce(value, layout, graph, users))
            {
                wanted.Add(value, layout);
                if (value.Operation is MapOperation)
                {
                    foreach (var operand in value.Operands)
                    {
                        wishes[operand] = layout;
                    }
                }
            }
        }

        return wanted;
    }

    private static bool CanProduce(Value value, Layout layout, ComputationGraph graph, IReadOnlyDictionary<Value, int> users) =>
        users[value] == 1 && value.Operation switch
        {
            ContractOperation => ContractionForm.Of(value, layout) is var form && (form.LaneOperand >= 0 || (form.SumsLanes && layout.IsOnePanel(value.Shape))),
            MapOperation map => IsSum(map.Expression)
                && value.Operands.All(operand => operand.Type.Equals(value.Type) && CanProduce(operand, layout, graph, users)),
            _ => false,
        };

    // Sums keep padding zero; other functions need not.
    private static bool IsSum(Expression expression) =>
        expression is Operand || (expression is Binary { Function: BinaryFunction.Add } sum && IsSum(sum.Left) && IsSum(sum.Right));
}
