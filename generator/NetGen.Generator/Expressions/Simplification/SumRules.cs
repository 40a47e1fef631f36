using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Expressions.Simplification;

/// <summary>
/// Sums, differences and negations. Afterwards a constant stands on the right of a sum and is positive, and no operand
/// of a sum is a negation or, on the right, has a negative factor.
/// </summary>
internal static class SumRules
{
    public static Expression? Apply(Expression node) => node switch
    {
        Unary { Function: UnaryFunction.Negate } negation => Negate(negation.Value),
        Binary { Function: BinaryFunction.Add } sum => Add(sum.Left, sum.Right) ?? LikeTerms(sum.Left, sum.Right, 1),
        Binary { Function: BinaryFunction.Subtract } difference =>
            Subtract(difference.Left, difference.Right) ?? LikeTerms(difference.Left, difference.Right, -1),
        _ => null,
    };

    private static Expression? Negate(Expression value) => value switch
    {
        Unary { Function: UnaryFunction.Negate } inner => inner.Value,
        Binary { Function: BinaryFunction.Subtract } difference => difference.Right - difference.Left,
        Binary { Function: BinaryFunction.Multiply, Left: Constant factor } product => -factor.Value * product.Right,
        Binary { Function: BinaryFunction.Divide, Left: Constant numerator } quotient => -numerator.Value / quotient.Right,
        _ => null,
    };

    private static Expression? Add(Expression left, Expression right) => (left, right) switch
    {
        (Constant, not Constant) => right + left,
        (_, Constant { Value: 0 }) => left,
        (_, Constant { Value: < 0 } c) => left - (-c.Value),
        (_, Unary { Function: UnaryFunction.Negate } negation) => left - negation.Value,
        (Unary { Function: UnaryFunction.Negate } negation, _) => right - negation.Value,
        (_, Binary { Function: BinaryFunction.Multiply, Left: Constant { Value: < 0 } c } product) => left - (-c.Value * product.Right),
        (Binary { Function: BinaryFunction.Multiply, Left: Constant { Value: < 0 } c } product, _) => right - (-c.Value * product.Right),
        (Unary { Function: UnaryFunction.ExpMinusOne } power, Constant { Value: 1 }) => Exp(power.Value),
        (Binary { Function: BinaryFunction.Add, Right: Constant c1 } sum, Constant c2) => sum.Left + (c1.Value + c2.Value),
        (Binary { Function: BinaryFunction.Subtract, Right: Constant c1 } sum, Constant c2) => sum.Left + (c2.Value - c1.Value),
        (Binary { Function: BinaryFunction.Subtract, Left: Constant c1 } sum, Constant c2) => (c1.Value + c2.Value) - sum.Right,
        _ => null,
    };

    private static Expression? Subtract(Expression left, Expression right) => (left, right) switch
    {
        (_, Constant { Value: 0 }) => left,
        (Constant { Value: 0 }, _) => -right,
        (_, Constant { Value: < 0 } c) => left + (-c.Value),
        (_, Unary { Function: UnaryFunction.Negate } negation) => left + negation.Value,
        (_, Binary { Function: BinaryFunction.Multiply, Left: Constant { Value: < 0 } c } product) => left + (-c.Value * product.Right),
        (Unary { Function: UnaryFunction.Negate } negation, not Constant) => -(negation.Value + right),
        (Unary { Function: UnaryFunction.Negate } negation, Constant c) => -c.Value - negation.Value,
        (Binary { Function: BinaryFunction.Add, Right: Constant c1 } sum, Constant c2) => sum.Left + (c1.Value - c2.Value),
        (Binary { Function: BinaryFunction.Subtract, Right: Constant c1 } sum, Constant c2) => sum.Left - (c1.Value + c2.Value),
        (Binary { Function: BinaryFunction.Subtract, Left: Constant c1 } sum, Constant c2) => (c1.Value - c2.Value) - sum.Right,
        (Constant c, Binary { Function: BinaryFunction.Add, Right: Constant c1 } sum) => (c.Value - c1.Value) - sum.Left,
        (Constant c, Binary { Function: BinaryFunction.Subtract, Right: Constant c1 } sum) => (c.Value + c1.Value) - sum.Left,
        (Constant c, Binary { Function: BinaryFunction.Subtract, Left: Constant c1 } sum) => sum.Right + (c.Value - c1.Value),
        _ => null,
    };

    // a·E ± b·E = (a ± b)·E. Covers x + x = 2·x and x − x = 0.
    private static Expression? LikeTerms(Expression left, Expression right, double sign)
    {
        var (a, leftRest) = Patterns.SplitFactor(left);
        var (b, rightRest) = Patterns.SplitFactor(right);
        return leftRest is not Constant && leftRest.Equals(rightRest) ? (a + (sign * b)) * leftRest : null;
    }
}
