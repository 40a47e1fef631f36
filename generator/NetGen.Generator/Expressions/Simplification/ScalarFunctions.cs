using System;

namespace NetGen.Generator.Expressions.Simplification;

/// <summary>The functions of constants, in double.</summary>
internal static class ScalarFunctions
{
    /// <summary>The value, or null where the function is not computed at compile time.</summary>
    public static double? Evaluate(UnaryFunction function, double x) => function switch
    {
        UnaryFunction.Negate => -x,
        UnaryFunction.Absolute => Math.Abs(x),
        UnaryFunction.Sign => x > 0 ? 1 : x < 0 ? -1 : x,
        UnaryFunction.SquareRoot => Math.Sqrt(x),
        UnaryFunction.Exp => Math.Exp(x),
        UnaryFunction.ExpMinusOne => ExpMinusOne(x),
        UnaryFunction.Log => Math.Log(x),
        UnaryFunction.LogOnePlus => LogOnePlus(x),
        UnaryFunction.Sine => Math.Sin(x),
        UnaryFunction.Cosine => Math.Cos(x),
        UnaryFunction.Tanh => Math.Tanh(x),
        UnaryFunction.Sigmoid => 1 / (1 + Math.Exp(-x)),
        UnaryFunction.Softplus => Math.Max(x, 0) + LogOnePlus(Math.Exp(-Math.Abs(x))),
        _ => x == 0 ? x : null,
    };

    public static double Evaluate(BinaryFunction function, double x, double y) => function switch
    {
        BinaryFunction.Add => x + y,
        BinaryFunction.Subtract => x - y,
        BinaryFunction.Multiply => x * y,
        BinaryFunction.Divide => x / y,
        BinaryFunction.Minimum => Math.Min(x, y),
        BinaryFunction.Maximum => Math.Max(x, y),
        BinaryFunction.Power => Math.Pow(x, y),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "An unknown function."),
    };

    public static bool Holds(Comparison comparison, double x, double y) => comparison switch
    {
        Comparison.Equal => x == y,
        Comparison.NotEqual => x != y,
        Comparison.Less => x < y,
        Comparison.LessOrEqual => x <= y,
        Comparison.Greater => x > y,
        Comparison.GreaterOrEqual => x >= y,
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "An unknown comparison."),
    };

    // W. Kahan's trick: u and ln u carry the same rounding error of e^x, and their quotient loses it.
    private static double ExpMinusOne(double x)
    {
        var u = Math.Exp(x);
        return u == 1 ? x
            : u - 1 == -1 ? -1
            : double.IsInfinity(u) ? u
            : (u - 1) * x / Math.Log(u);
    }

    private static double LogOnePlus(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : double.IsInfinity(u) ? u : Math.Log(u) * x / (u - 1);
    }
}
