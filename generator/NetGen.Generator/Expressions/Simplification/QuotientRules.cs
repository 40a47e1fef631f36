using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Expressions.Simplification;

/// <summary>Quotients. Afterwards no operand is a negation, and a divisor is no power of two.</summary>
internal static class QuotientRules
{
    public static Expression? Apply(Expression node) =>
        node is Binary { Function: BinaryFunction.Divide } quotient ? Divide(quotient.Left, quotient.Right) : null;

    private static Expression? Divide(Expression left, Expression right) => (left, right) switch
    {
        (Constant { Value: 0 }, _) => new Constant(0),
        (_, Constant divisor) when Patterns.IsPowerOfTwo(divisor.Value) => (1 / divisor.Value) * left,
        (Binary { Function: BinaryFunction.Multiply, Left: Constant factor } product, Constant divisor)
            when Patterns.Combined(factor.Value / divisor.Value) is { } combined => combined * product.Right,
        (Binary { Function: BinaryFunction.Divide, Right: Constant inner } quotient, Constant divisor)
            when Patterns.Combined(inner.Value * divisor.Value) is { } combined => quotient.Left / combined,
        (Constant c, Unary { Function: UnaryFunction.Negate } negation) => -c.Value / negation.Value,
        (_, Unary { Function: UnaryFunction.Negate } negation) => -(left / negation.Value),
        (Unary { Function: UnaryFunction.Negate } negation, _) => -(negation.Value / right),
        (_, Unary { Function: UnaryFunction.Exp } power) => left * Exp(-power.Value),
        (Constant { Value: 1 }, Binary { Function: BinaryFunction.Divide, Left: Constant { Value: 1 } } reciprocal) => reciprocal.Right,
        (Select { WhenTrue: Constant { Value: 0 } } select, _) => new Select(select.Condition, 0, select.WhenFalse / right),
        (Select { WhenFalse: Constant { Value: 0 } } select, _) => new Select(select.Condition, select.WhenTrue / right, 0),
        _ => null,
    };
}
