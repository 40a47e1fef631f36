using System;
using System.Collections.Generic;

namespace NetGen.Generator.Expressions;

/// <summary>Puts expressions in the place of others.</summary>
internal static class Substitution
{
    /// <summary>Puts <c>values[i]</c> in the place of operand <c>i</c>.</summary>
    /// <exception cref="ArgumentException">An operand occurs for which there is no value.</exception>
    public static Expression Substitute(this Expression expression, params IReadOnlyList<Expression> values) =>
        expression.Rewrite(node => node is not Operand operand ? null
            : operand.Index < values.Count ? values[operand.Index]
            : throw new ArgumentException($"Operand x{operand.Index} occurs; there are {values.Count} values.", nameof(values)));

    /// <summary>Gives each operand another place: <paramref name="place"/> of the old index.</summary>
    public static Expression Renumber(this Expression expression, Func<int, int> place) =>
        expression.Rewrite(node => node is Operand operand ? new Operand(place(operand.Index)) : null);

    /// <summary>
    /// Puts <paramref name="replacement"/> in the place of every part equal to <paramref name="part"/>: the stored output
    /// of a function in the place of the function, for one.
    /// </summary>
    public static Expression Replace(this Expression expression, Expression part, Expression replacement) =>
        expression.Rewrite(node => node.Equals(part) ? replacement : null);

    /// <summary>From the top down: where <paramref name="rule"/> gives an expression it takes the node's place, and is not searched itself.</summary>
    public static Expression Rewrite(this Expression expression, Func<Expression, Expression?> rule)
    {
        var memo = new Dictionary<object, Expression>(ReferenceComparer.Instance);
        return Visit(expression);

        Expression Visit(Expression node)
        {
            if (!memo.TryGetValue(node, out var result))
            {
                memo[node] = result = rule(node) ?? node.MapChildren(Visit);
            }

            return result;
        }
    }
}
