using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Expressions;

/// <summary>Walks over an expression and builds it anew.</summary>
internal static class ExpressionTree
{
    /// <summary>The expressions that <paramref name="expression"/> is made of directly, those in its condition included.</summary>
    public static IEnumerable<Expression> Children(this Expression expression) => expression switch
    {
        Unary unary => [unary.Value],
        Binary binary => [binary.Left, binary.Right],
        Select select => [.. select.Condition.Children(), select.WhenTrue, select.WhenFalse],
        _ => [],
    };

    /// <summary>The numbers that the condition compares.</summary>
    public static IEnumerable<Expression> Children(this Condition condition) => condition switch
    {
        Compare compare => [compare.Left, compare.Right],
        Both both => [.. both.Left.Children(), .. both.Right.Children()],
        Either either => [.. either.Left.Children(), .. either.Right.Children()],
        Not not => not.Value.Children(),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "An unknown condition."),
    };

    /// <summary>Whether an operand occurs in an expression.</summary>
    public static bool Reads(this Expression expression, int operand) =>
        expression is Operand x ? x.Index == operand : expression.Children().Any(child => child.Reads(operand));

    /// <summary>The same node over mapped parts; the very same object where no part changed.</summary>
    public static Expression MapChildren(this Expression expression, Func<Expression, Expression> map)
    {
        switch (expression)
        {
            case Unary unary:
                var value = map(unary.Value);
                return ReferenceEquals(value, unary.Value) ? unary : unary with { Value = value };
            case Binary binary:
                var (left, right) = (map(binary.Left), map(binary.Right));
                return ReferenceEquals(left, binary.Left) && ReferenceEquals(right, binary.Right)
                    ? binary
                    : binary with { Left = left, Right = right };
            case Select select:
                var condition = select.Condition.MapChildren(map);
                var (whenTrue, whenFalse) = (map(select.WhenTrue), map(select.WhenFalse));
                return ReferenceEquals(condition, select.Condition) && ReferenceEquals(whenTrue, select.WhenTrue)
                    && ReferenceEquals(whenFalse, select.WhenFalse)
                    ? select
                    : new Select(condition, whenTrue, whenFalse);
            default:
                return expression;
        }
    }

    /// <summary>The same condition over mapped numbers; the very same object where none changed.</summary>
    public static Condition MapChildren(this Condition condition, Func<Expression, Expression> map)
    {
        switch (condition)
        {
            case Compare compare:
                var (left, right) = (map(compare.Left), map(compare.Right));
                return ReferenceEquals(left, compare.Left) && ReferenceEquals(right, compare.Right)
                    ? compare
                    : compare with { Left = left, Right = right };
            case Both both:
                var (first, second) = (both.Left.MapChildren(map), both.Right.MapChildren(map));
                return ReferenceEquals(first, both.Left) && ReferenceEquals(second, both.Right) ? both : new Both(first, second);
            case Either either:
                var (one, other) = (either.Left.MapChildren(map), either.Right.MapChildren(map));
                return ReferenceEquals(one, either.Left) && ReferenceEquals(other, either.Right) ? either : new Either(one, other);
            case Not not:
                var value = not.Value.MapChildren(map);
                return ReferenceEquals(value, not.Value) ? not : new Not(value);
            default:
                throw new ArgumentOutOfRangeException(nameof(condition), condition, "An unknown condition.");
        }
    }

    /// <summary>How many nodes the expression has as a tree: a part counts as often as it occurs.</summary>
    public static double Size(this Expression expression)
    {
        var sizes = new Dictionary<object, double>(ReferenceComparer.Instance);
        foreach (var part in expression.PartsFirst())
        {
            sizes[part] = 1 + part.Children().Sum(child => sizes[child]);
        }

        return sizes[expression];
    }

    /// <summary>Every distinct object of the expression, each part before what is made of it.</summary>
    public static IReadOnlyList<Expression> PartsFirst(this Expression expression)
    {
        var order = new List<Expression>();
        var seen = new HashSet<object>(ReferenceComparer.Instance);
        Visit(expression);
        return order;

        void Visit(Expression node)
        {
            if (!seen.Add(node))
            {
                return;
            }

            foreach (var child in node.Children())
            {
                Visit(child);
            }

            order.Add(node);
        }
    }

    /// <summary>The operands that occur, in ascending order.</summary>
    public static IReadOnlyList<int> Operands(this Expression expression) =>
        [.. expression.PartsFirst().OfType<Operand>().Select(operand => operand.Index).Distinct().OrderBy(index => index)];

    /// <summary>Whether the operand at <paramref name="index"/> occurs.</summary>
    public static bool ContainsOperand(this Expression expression, int index) =>
        expression.PartsFirst().Any(part => part is Operand operand && operand.Index == index);

    /// <summary>Whether <paramref name="part"/> occurs, compared by structure.</summary>
    public static bool Contains(this Expression expression, Expression part) => expression.PartsFirst().Any(part.Equals);
}
