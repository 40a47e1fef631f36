using System;

namespace NetGen.Generator.Expressions.Simplification;

/// <summary>What the rules ask about expressions.</summary>
internal static class Patterns
{
    /// <summary>Whether the expression is the constant <paramref name="value"/>; both zeros are 0.</summary>
    public static bool Is(this Expression expression, double value) => expression is Constant constant && constant.Value == value;

    /// <summary>What <paramref name="function"/> is applied to; null where the expression is no such application.</summary>
    public static Expression? ArgumentOf(this Expression expression, UnaryFunction function) =>
        expression is Unary unary && unary.Function == function ? unary.Value : null;

    /// <summary>
    /// The constant that two others combine to, or null where combining them would overflow, vanish or be undefined
    /// although each of them is an ordinary number.
    /// </summary>
    public static Expression? Combined(double value) =>
        value == 0 || double.IsNaN(value) || double.IsInfinity(value) || Math.Abs(value) < 1e-300 ? null : new Constant(value);

    /// <summary>Splits c·E into its constant factor and the rest; 1 where there is none.</summary>
    public static (double Factor, Expression Value) SplitFactor(Expression expression) => expression switch
    {
        Binary { Function: BinaryFunction.Multiply, Left: Constant factor } product => (factor.Value, product.Right),
        Unary { Function: UnaryFunction.Negate } negation => (-1, negation.Value),
        _ => (1, expression),
    };

    /// <summary>Whether 1/value is exact, so that a division may become a multiplication.</summary>
    public static bool IsPowerOfTwo(double value) =>
        (BitConverter.DoubleToInt64Bits(value) & 0x000F_FFFF_FFFF_FFFF) == 0 && Math.Abs(value) is > 1e-30 and < 1e30;
}
