using System.Collections.Generic;
using NetGen.Generator.Expressions;

namespace NetGen.Generator.Graph;

/// <summary>Keeps the operands of a map in step with its expression.</summary>
internal static class MapOperands
{
    /// <summary>Drops operands that the expression does not read, merges equal ones and renumbers.</summary>
    public static (Expression Expression, Value[] Operands) Compact(Expression expression, IReadOnlyList<Value> operands)
    {
        var used = new List<Value>();
        var renumbered = expression.Rewrite(part =>
        {
            if (part is not Operand operand)
            {
                return null;
            }

            var value = operands[operand.Index];
            if (!used.Contains(value))
            {
                used.Add(value);
            }

            return new Operand(used.IndexOf(value));
        });
        return (renumbered, used.ToArray());
    }
}
