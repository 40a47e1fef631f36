using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Expressions.Simplification;

/// <summary>Symmetries of the functions, and the forms that are exact near 0.</summary>
internal static class FunctionRules
{
    public static Expression? Apply(Expression node) => node switch
    {
        Unary unary => OfNegated(unary) ?? Apply(unary.Function, unary.Value),
        Binary { Function: BinaryFunction.Add or BinaryFunction.Subtract } sum => ExponentialLessOne(sum),
        _ => null,
    };

    // Odd functions let a sign out, even ones lose it.
    private static Expression? OfNegated(Unary unary)
    {
        var positive = unary.Value switch
        {
            Unary { Function: UnaryFunction.Negate } negation => negation.Value,
            Binary { Function: BinaryFunction.Multiply, Left: Constant { Value: < 0 } factor } product => -factor.Value * product.Right,
            _ => null,
        };
        return positive is null ? null : unary.Function switch
        {
            UnaryFunction.Sine or UnaryFunction.Tanh or UnaryFunction.Erf or UnaryFunction.Sign => -new Unary(unary.Function, positive),
            UnaryFunction.Cosine or UnaryFunction.Absolute => new Unary(unary.Function, positive),
            _ => null,
        };
    }

    private static Expression? Apply(UnaryFunction function, Expression value) => (function, value) switch
    {
        (UnaryFunction.Absolute, Unary unary) when IsNeverNegative(unary.Function) => value,
        (UnaryFunction.Absolute, Binary { Function: BinaryFunction.Multiply, Left: Constant c } product) =>
            System.Math.Abs(c.Value) * Abs(product.Right),
        (UnaryFunction.Sign, Binary { Function: BinaryFunction.Multiply, Left: Constant { Value: > 0 } } product) =>
            Sign(product.Right),
        (UnaryFunction.Log, Unary { Function: UnaryFunction.Exp } power) => power.Value,
        (UnaryFunction.Log, _) when value.ArgumentOf(UnaryFunction.Sigmoid) is { } x => -Softplus(-x),
        (UnaryFunction.Log, Binary { Function: BinaryFunction.Subtract, Left: Constant { Value: 1 } } complement)
            when complement.Right.ArgumentOf(UnaryFunction.Sigmoid) is { } x => -Softplus(x),
        (UnaryFunction.LogOnePlus, Unary { Function: UnaryFunction.Negate } negation)
            when negation.Value.ArgumentOf(UnaryFunction.Sigmoid) is { } x => -Softplus(x),
        _ => null,
    };

    private static bool IsNeverNegative(UnaryFunction function) => function
        is UnaryFunction.Absolute or UnaryFunction.Exp or UnaryFunction.Sigmoid or UnaryFunction.Softplus or UnaryFunction.SquareRoot;

    // c·eˣ − c = c·(eˣ − 1), and eˣ − e⁻ˣ = (eˣ − 1) − (e⁻ˣ − 1): nothing cancels near 0.
    private static Expression? ExponentialLessOne(Binary sum)
    {
        if (sum.Function == BinaryFunction.Subtract && sum.Left is Constant constant)
        {
            var (c, power) = Patterns.SplitFactor(sum.Right);
            return power is Unary { Function: UnaryFunction.Exp } e && c == constant.Value ? -c * ExpMinusOne(e.Value) : null;
        }

        var (factor, rest) = Patterns.SplitFactor(sum.Left);
        if (rest is not Unary { Function: UnaryFunction.Exp } left)
        {
            return null;
        }

        var sign = sum.Function == BinaryFunction.Add ? 1 : -1;
        if (sum.Right is Constant term)
        {
            return sign * term.Value == -factor ? factor * ExpMinusOne(left.Value) : null;
        }

        var (otherFactor, other) = Patterns.SplitFactor(sum.Right);
        return other is Unary { Function: UnaryFunction.Exp } right && sign * otherFactor == -factor
            && Negated(left.Value).Equals(right.Value)
            ? factor * (ExpMinusOne(left.Value) - ExpMinusOne(right.Value))
            : null;
    }

    private static Expression Negated(Expression value) => SumRules.Apply(-value) ?? -value;
}
