using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Expressions.Simplification;

/// <summary>
/// Branches, maxima and minima. Forms such as <c>x &gt; 0 ? x : 0</c> become the maximum, which differs from them in
/// two ways: NaN stays NaN, and the derivative at the tie is 0, whichever of &gt; and ≥ was written.
/// </summary>
internal static class SelectionRules
{
    public static Expression? Apply(Expression node) => node switch
    {
        Select { Condition: Not not } select => new Select(not.Value, select.WhenFalse, select.WhenTrue),
        Select { Condition: Compare { Left: Constant, Right: not Constant } compare } select =>
            new Select(Mirrored(compare), select.WhenTrue, select.WhenFalse),
        Select select => Branches(select) ?? Extremum(select),
        Binary { Function: BinaryFunction.Maximum or BinaryFunction.Minimum } extremum => OfExtremum(extremum),
        _ => null,
    };

    private static Expression? Branches(Select select)
    {
        if (select.WhenTrue.Equals(select.WhenFalse))
        {
            return select.WhenTrue;
        }

        if (select.WhenTrue is Select inner && inner.Condition.Equals(select.Condition))
        {
            return new Select(select.Condition, inner.WhenTrue, select.WhenFalse);
        }

        return select.WhenFalse is Select other && other.Condition.Equals(select.Condition)
            ? new Select(select.Condition, select.WhenTrue, other.WhenFalse)
            : null;
    }

    private static Expression? Extremum(Select select)
    {
        if (select.Condition is not Compare { Comparison: not (Comparison.Equal or Comparison.NotEqual) } compare)
        {
            return null;
        }

        // Put as "x is the greater one": a where x > c, else b.
        var greater = compare.Comparison is Comparison.Greater or Comparison.GreaterOrEqual;
        var (x, c) = (compare.Left, compare.Right);
        var (above, below) = greater ? (select.WhenTrue, select.WhenFalse) : (select.WhenFalse, select.WhenTrue);
        if (c is Constant)
        {
            if (above.Equals(x) && SameNumber(below, c))
            {
                return Max(x, c);
            }

            if (below.Equals(x) && SameNumber(above, c))
            {
                return Min(x, c);
            }
        }

        return !c.Is(0) ? null
            : above.Equals(x) && IsNegationOf(below, x) ? Abs(x)
            : below.Equals(x) && IsNegationOf(above, x) ? -Abs(x)
            : null;
    }

    private static Expression? OfExtremum(Binary extremum)
    {
        var (left, right) = (extremum.Left, extremum.Right);
        return left is Constant && right is not Constant ? new Binary(extremum.Function, right, left)
            : left.Equals(right) ? left
            : right is Constant outer && left is Binary { Right: Constant inner } nested && nested.Function == extremum.Function
                ? new Binary(extremum.Function, nested.Left, ScalarFunctions.Evaluate(extremum.Function, inner.Value, outer.Value))
            : null;
    }

    private static bool SameNumber(Expression left, Expression right) => right is Constant constant && left.Is(constant.Value);

    private static bool IsNegationOf(Expression candidate, Expression x) => (SumRules.Apply(-x) ?? -x).Equals(candidate);

    private static Compare Mirrored(Compare compare) => new(
        compare.Comparison switch
        {
            Comparison.Less => Comparison.Greater,
            Comparison.LessOrEqual => Comparison.GreaterOrEqual,
            Comparison.Greater => Comparison.Less,
            Comparison.GreaterOrEqual => Comparison.LessOrEqual,
            var symmetric => symmetric,
        },
        compare.Right,
        compare.Left);
}
