using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Expressions.Simplification;

/// <summary>Products. Afterwards there is at most one constant factor; it stands on the left, and signs stand outside.</summary>
internal static class ProductRules
{
    public static Expression? Apply(Expression node)
    {
        if (node is not Binary { Function: BinaryFunction.Multiply } product)
        {
            return null;
        }

        var (left, right) = (product.Left, product.Right);
        return left is Constant factor ? Scale(factor.Value, right)
            : right is Constant ? right * left
            : MoveOutwards(left, right, isLeft: true) ?? MoveOutwards(right, left, isLeft: false) ?? Merge(left, right);
    }

    private static Expression? Scale(double factor, Expression value) => (factor, value) switch
    {
        (0, _) => new Constant(0),
        (1, _) => value,
        (-1, _) => -value,
        (_, Unary { Function: UnaryFunction.Negate } negation) => -factor * negation.Value,
        (_, Binary { Function: BinaryFunction.Multiply, Left: Constant inner } product)
            when Patterns.Combined(factor * inner.Value) is { } combined => combined * product.Right,
        (_, Binary { Function: BinaryFunction.Divide, Right: Constant divisor } quotient)
            when Patterns.Combined(factor / divisor.Value) is { } combined => combined * quotient.Left,
        (_, Binary { Function: BinaryFunction.Divide, Left: Constant numerator } quotient)
            when Patterns.Combined(factor * numerator.Value) is { } combined => combined / quotient.Right,
        (_, Select { WhenTrue: Constant whenTrue, WhenFalse: Constant whenFalse } select) =>
            new Select(select.Condition, factor * whenTrue.Value, factor * whenFalse.Value),
        _ => null,
    };

    // The order of the factors stays: it is that of whoever wrote them.
    private static Expression? MoveOutwards(Expression part, Expression other, bool isLeft) => part switch
    {
        Unary { Function: UnaryFunction.Negate } negation => -Times(negation.Value, other, isLeft),
        Binary { Function: BinaryFunction.Multiply, Left: Constant factor } product => factor * Times(product.Right, other, isLeft),
        // A branch that is 0 stays exactly 0, whatever the other factor is.
        Select { WhenTrue: Constant { Value: 0 } } select => new Select(select.Condition, 0, Times(select.WhenFalse, other, isLeft)),
        Select { WhenFalse: Constant { Value: 0 } } select => new Select(select.Condition, Times(select.WhenTrue, other, isLeft), 0),
        Binary { Function: BinaryFunction.Divide, Left: Constant { Value: 1 } } reciprocal => other / reciprocal.Right,
        _ => null,
    };

    private static Expression Times(Expression part, Expression other, bool isLeft) => isLeft ? part * other : other * part;

    private static Expression? Merge(Expression left, Expression right) => (left, right) switch
    {
        (Unary { Function: UnaryFunction.Exp } a, Unary { Function: UnaryFunction.Exp } b) => Exp(a.Value + b.Value),
        (Unary { Function: UnaryFunction.Sign } sign, _) when sign.Value.Equals(right) => Abs(right),
        (_, Unary { Function: UnaryFunction.Sign } sign) when sign.Value.Equals(left) => Abs(left),
        _ => null,
    };
}
