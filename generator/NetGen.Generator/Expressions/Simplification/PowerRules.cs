using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Expressions.Simplification;

/// <summary>Powers with small exponents become products, roots and reciprocals.</summary>
internal static class PowerRules
{
    public static Expression? Apply(Expression node) => node switch
    {
        Binary { Function: BinaryFunction.Power, Right: Constant exponent } power => Power(power.Left, exponent.Value),
        Unary { Function: UnaryFunction.SquareRoot } root => SquareRoot(root.Value),
        _ => null,
    };

    private static Expression? Power(Expression x, double exponent) => exponent switch
    {
        0 => new Constant(1),
        1 => x,
        2 => x * x,
        3 => x * (x * x),
        4 => (x * x) * (x * x),
        -1 => 1 / x,
        -2 => 1 / (x * x),
        0.5 => Sqrt(x),
        -0.5 => 1 / Sqrt(x),
        _ => x is Unary { Function: UnaryFunction.Exp } inner ? Exp(exponent * inner.Value) : null,
    };

    private static Expression? SquareRoot(Expression value) => value switch
    {
        Binary { Function: BinaryFunction.Multiply } square when square.Left.Equals(square.Right) => Abs(square.Left),
        Unary { Function: UnaryFunction.Exp } power => Exp(0.5 * power.Value),
        _ => null,
    };
}
