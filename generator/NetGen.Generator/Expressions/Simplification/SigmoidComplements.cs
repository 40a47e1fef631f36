using System.Collections.Generic;
using System.Linq;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Expressions.Simplification;

/// <summary>
/// 1 − σ(x) = σ(−x) and 2·σ(x) − 1 = tanh(x/2), which keep their relative precision where the left sides cancel. They are
/// applied only where σ(x) does not occur otherwise: beside σ(x) itself the left sides cost next to nothing, and s·(1 − s)
/// must stay as it is, so that a stored s can take the place of σ(x).
/// </summary>
internal static class SigmoidComplements
{
    /// <summary>The expression with the forms replaced; the same object where there are none.</summary>
    public static Expression Replace(Expression expression)
    {
        var numbering = new ValueNumbering();
        var otherUses = new HashSet<int>();
        var forms = 0;
        foreach (var part in expression.PartsFirst())
        {
            var inner = Match(part)?.Sigmoid;
            forms += inner is null ? 0 : 1;
            // The factor 2·σ(x) is a part as well; it is met with its own parent.
            foreach (var child in inner is null ? part.Children() : [])
            {
                if (child is Unary { Function: UnaryFunction.Sigmoid } sigmoid && !IsDoubled(part))
                {
                    otherUses.Add(numbering[sigmoid]);
                }
            }
        }

        otherUses.UnionWith(DoubledUses(expression, numbering));
        return forms == 0 || expression is Unary { Function: UnaryFunction.Sigmoid }
            ? expression
            : expression.Rewrite(node => Match(node) is { } match && !otherUses.Contains(numbering[match.Sigmoid]) ? match.Form : null);
    }

    private static (Expression Sigmoid, Expression Form)? Match(Expression node) => node switch
    {
        Binary { Function: BinaryFunction.Subtract, Left: Constant { Value: 1 }, Right: Unary sigmoid }
            when sigmoid.Function == UnaryFunction.Sigmoid => (sigmoid, Sigmoid(-sigmoid.Value)),
        Binary { Function: BinaryFunction.Subtract, Left: Constant { Value: 1 }, Right: var product } when IsDoubled(product) =>
            (Doubled(product), Tanh(-0.5 * Doubled(product).Value)),
        Binary { Function: BinaryFunction.Subtract, Right: Constant { Value: 1 }, Left: var product } when IsDoubled(product) =>
            (Doubled(product), Tanh(0.5 * Doubled(product).Value)),
        _ => null,
    };

    // Uses of 2·σ(x) that are no part of a form count as uses of σ(x).
    private static IEnumerable<int> DoubledUses(Expression expression, ValueNumbering numbering) =>
        from part in expression.PartsFirst().Append(new Unary(UnaryFunction.Negate, expression))
        where Match(part) is null
        from child in part.Children()
        where IsDoubled(child)
        select numbering[Doubled(child)];

    private static bool IsDoubled(Expression node) =>
        node is Binary { Function: BinaryFunction.Multiply, Left: Constant { Value: 2 }, Right: Unary { Function: UnaryFunction.Sigmoid } };

    private static Unary Doubled(Expression node) => (Unary)((Binary)node).Right;
}
