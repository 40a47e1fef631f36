using System;
using System.Collections.Generic;
using NetGen.Generator.Expressions.Simplification;

namespace NetGen.Generator.Expressions;

/// <summary>
/// Rewrites an expression to a shorter one that is right in floating point wherever the mathematics is finite.
/// </summary>
/// <remarks>
/// <para>The algebra is that of real numbers: 0·x is 0, x + 0 is x, 1·x is x, constants are gathered. So a NaN or an
/// infinity may disappear where it meets the constant 0, the sign of a zero may change, and sums and products of
/// constants are rounded once instead of several times. Nothing else is assumed: x/x stays, e^(ln x) stays (x may be
/// negative), and two operands are never added in another order.</para>
/// <para>Forms that overflow or cancel become stable primitives: sums of exponentials under a logarithm or in a
/// denominator become sigmoid, softplus and tanh (<see cref="ExponentialRules"/>), and branches that spell out a
/// maximum, a minimum or an absolute value become that function (<see cref="SelectionRules"/>).</para>
/// <para>Every rule makes the expression smaller, moves a constant or a sign outwards, or replaces a form by a
/// primitive that no rule expands; the limits below are a safeguard and not the reason why it ends.</para>
/// </remarks>
internal static class Simplifier
{
    private const int PassLimit = 24;
    private const int StepLimit = 32;

    private static readonly Func<Expression, Expression?>[] s_rules =
    [
        FoldingRules.Apply,
        SumRules.Apply,
        ProductRules.Apply,
        QuotientRules.Apply,
        PowerRules.Apply,
        FunctionRules.Apply,
        SelectionRules.Apply,
        ExponentialRules.Apply,
    ];

    /// <summary>The simplest form of <paramref name="expression"/> that the rules lead to.</summary>
    public static Expression Simplify(Expression expression)
    {
        expression = ToFixedPoint(expression);
        for (var pass = 0; pass < PassLimit; pass++)
        {
            var replaced = SigmoidComplements.Replace(expression);
            if (ReferenceEquals(replaced, expression))
            {
                break;
            }

            expression = ToFixedPoint(replaced);
        }

        return expression;
    }

    private static Expression ToFixedPoint(Expression expression)
    {
        for (var pass = 0; pass < PassLimit; pass++)
        {
            var next = OnePass(expression);
            if (ReferenceEquals(next, expression))
            {
                break;
            }

            expression = next;
        }

        return expression;
    }

    private static Expression OnePass(Expression expression)
    {
        var memo = new Dictionary<object, Expression>(ReferenceComparer.Instance);
        return Visit(expression);

        Expression Visit(Expression node)
        {
            if (!memo.TryGetValue(node, out var result))
            {
                memo[node] = result = AtNode(node.MapChildren(Visit));
            }

            return result;
        }
    }

    private static Expression AtNode(Expression node)
    {
        for (var step = 0; step < StepLimit; step++)
        {
            var next = FirstRewrite(node);
            if (next is null)
            {
                break;
            }

            node = next;
        }

        return node;
    }

    private static Expression? FirstRewrite(Expression node)
    {
        foreach (var rule in s_rules)
        {
            if (rule(node) is { } result)
            {
                return result;
            }
        }

        return null;
    }
}
