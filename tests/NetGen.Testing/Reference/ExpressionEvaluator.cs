using System;
using System.Collections.Generic;
using MathNet.Numerics;
using NetGen.Generator.Expressions;

namespace NetGen.Testing.Reference;

/// <summary>Computes expressions node by node in double precision: the meaning that everything else is compared with.</summary>
internal static class ExpressionEvaluator
{
    public static double Evaluate(Expression expression, params IReadOnlyList<double> operands) => expression switch
    {
        Constant constant => constant.Value,
        Operand operand => operands[operand.Index],
        Unary unary => Apply(unary.Function, Evaluate(unary.Value, operands)),
        Binary binary => Apply(binary.Function, Evaluate(binary.Left, operands), Evaluate(binary.Right, operands)),
        Select select => Evaluate(Evaluate(select.Condition, operands) ? select.WhenTrue : select.WhenFalse, operands),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, "An unknown expression."),
    };

    public static bool Evaluate(Condition condition, params IReadOnlyList<double> operands) => condition switch
    {
        Compare compare => Apply(compare.Comparison, Evaluate(compare.Left, operands), Evaluate(compare.Right, operands)),
        Both both => Evaluate(both.Left, operands) && Evaluate(both.Right, operands),
        Either either => Evaluate(either.Left, operands) || Evaluate(either.Right, operands),
        Not not => !Evaluate(not.Value, operands),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "An unknown condition."),
    };

    private static double Apply(UnaryFunction function, double x) => function switch
    {
        UnaryFunction.Negate => -x,
        UnaryFunction.Absolute => Math.Abs(x),
        UnaryFunction.Sign => double.IsNaN(x) ? x : Math.Sign(x),
        UnaryFunction.SquareRoot => Math.Sqrt(x),
        UnaryFunction.Exp => Math.Exp(x),
        UnaryFunction.ExpMinusOne => ExpMinusOne(x),
        UnaryFunction.Log => Math.Log(x),
        UnaryFunction.LogOnePlus => LogOnePlus(x),
        UnaryFunction.Sine => Math.Sin(x),
        UnaryFunction.Cosine => Math.Cos(x),
        UnaryFunction.Tanh => Math.Tanh(x),
        UnaryFunction.Sigmoid => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x)),
        UnaryFunction.Softplus => Math.Max(x, 0) + LogOnePlus(Math.Exp(-Math.Abs(x))),
        UnaryFunction.Erf => SpecialFunctions.Erf(x),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "An unknown function."),
    };

    private static double Apply(BinaryFunction function, double left, double right) => function switch
    {
        BinaryFunction.Add => left + right,
        BinaryFunction.Subtract => left - right,
        BinaryFunction.Multiply => left * right,
        BinaryFunction.Divide => left / right,
        BinaryFunction.Minimum => Math.Min(left, right),
        BinaryFunction.Maximum => Math.Max(left, right),
        BinaryFunction.Power => Math.Pow(left, right),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "An unknown function."),
    };

    private static bool Apply(Comparison comparison, double left, double right) => comparison switch
    {
        Comparison.Equal => left == right,
        Comparison.NotEqual => left != right,
        Comparison.Less => left < right,
        Comparison.LessOrEqual => left <= right,
        Comparison.Greater => left > right,
        Comparison.GreaterOrEqual => left >= right,
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "An unknown comparison."),
    };

    // Kahan's forms: what rounding takes from eˣ or 1 + x, the quotient gives back.
    private static double ExpMinusOne(double x)
    {
        var power = Math.Exp(x);
        return power == 1 ? x
            : power - 1 == -1 || double.IsInfinity(power) ? power - 1
            : (power - 1) * x / Math.Log(power);
    }

    private static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 || double.IsInfinity(sum) ? (sum == 1 ? x : sum) : Math.Log(sum) * x / (sum - 1);
    }
}
