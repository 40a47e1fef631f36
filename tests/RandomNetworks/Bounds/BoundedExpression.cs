using System;
using System.Collections.Generic;
using NetGen.Generator.Expressions;
using NetGen.Testing.Reference;

namespace NetGen.RandomNetworks.Bounds;

/// <summary>
/// Computes expressions with bounds of their errors: each function passes the errors of its operands on by the greatest
/// derivative in their range and adds its own rounding. Where a comparison can come out either way, so can the choice.
/// </summary>
/// <param name="arithmetic">The arithmetic of the program.</param>
internal sealed class BoundedExpression(Arithmetic arithmetic)
{
    public Bounded Evaluate(Expression expression, IReadOnlyList<Bounded> operands) => expression switch
    {
        Constant constant => new Bounded(constant.Value, arithmetic.Rounded(constant.Value, 0)),
        Operand operand => operands[operand.Index],
        Unary unary => Apply(unary, Evaluate(unary.Value, operands)),
        Binary binary => Apply(binary, Evaluate(binary.Left, operands), Evaluate(binary.Right, operands)),
        Select select => Choose(Decide(select.Condition, operands), Evaluate(select.WhenTrue, operands), Evaluate(select.WhenFalse, operands)),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, "An unknown expression."),
    };

    /// <summary>Which way a comparison comes out; null where rounding decides.</summary>
    private static bool? Compare(Comparison comparison, Bounded left, Bounded right)
    {
        var exact = left.Error == 0 && right.Error == 0;
        var apart = left.High < right.Low || right.High < left.Low;
        return !left.IsKnown || !right.IsKnown || !(exact || apart) ? null : comparison switch
        {
            Comparison.Equal => left.Value == right.Value,
            Comparison.NotEqual => left.Value != right.Value,
            Comparison.Less => left.Value < right.Value,
            Comparison.LessOrEqual => left.Value <= right.Value,
            Comparison.Greater => left.Value > right.Value,
            _ => left.Value >= right.Value,
        };
    }

    private static Bounded Choose((bool Reference, bool? Program) condition, Bounded whenTrue, Bounded whenFalse)
    {
        var (chosen, other) = condition.Reference ? (whenTrue, whenFalse) : (whenFalse, whenTrue);
        return condition.Program is not null ? chosen
            : chosen.IsKnown && other.IsKnown ? chosen with { Error = Math.Max(chosen.Error, Math.Abs(chosen.Value - other.Value) + other.Error) }
            : Bounded.Unknown(chosen.Value);
    }

    private (bool Reference, bool? Program) Decide(Condition condition, IReadOnlyList<Bounded> operands)
    {
        switch (condition)
        {
            case Compare compare:
                var (a, b) = (Evaluate(compare.Left, operands), Evaluate(compare.Right, operands));
                return (ExpressionEvaluator.Evaluate(compare with { Left = a.Value, Right = b.Value }), Compare(compare.Comparison, a, b));
            case Not not:
                var inner = Decide(not.Value, operands);
                return (!inner.Reference, !inner.Program);
            case Both both:
                var (first, second) = (Decide(both.Left, operands), Decide(both.Right, operands));
                return (first.Reference && second.Reference, first.Program & second.Program);
            case Either either:
                var (one, two) = (Decide(either.Left, operands), Decide(either.Right, operands));
                return (one.Reference || two.Reference, one.Program | two.Program);
            default:
                throw new ArgumentOutOfRangeException(nameof(condition), condition, "An unknown condition.");
        }
    }

    private Bounded Apply(Unary unary, Bounded x)
    {
        var value = ExpressionEvaluator.Evaluate(unary with { Value = x.Value });
        if (!x.IsKnown || !double.IsFinite(value))
        {
            return Bounded.Unknown(value);
        }

        return unary.Function switch
        {
            UnaryFunction.Negate or UnaryFunction.Absolute => new Bounded(value, x.Error),
            UnaryFunction.Sign => new Bounded(value, x.Error == 0 || x.Least > 0 ? 0 : 2),
            UnaryFunction.SquareRoot => Rounded(value, SquareRoot(x)),
            UnaryFunction.Exp or UnaryFunction.ExpMinusOne => Rounded(value, Math.Exp(x.High) * x.Error),
            UnaryFunction.Log => Rounded(value, x.Low <= 0 ? double.PositiveInfinity : x.Error / x.Low, more: 1),
            UnaryFunction.LogOnePlus => Rounded(value, x.Low <= -1 ? double.PositiveInfinity : x.Error / (1 + x.Low)),
            UnaryFunction.Sine or UnaryFunction.Cosine => Rounded(value, x.Error, more: 1),
            UnaryFunction.Erf => Rounded(value, 2 / Math.Sqrt(Math.PI) * x.Error),
            UnaryFunction.Sigmoid => Rounded(value, x.Error / 4),
            UnaryFunction.Tanh or UnaryFunction.Softplus => Rounded(value, x.Error),
            _ => throw new ArgumentOutOfRangeException(nameof(unary), unary, "An unknown function."),
        };
    }

    /// <summary>√b − √a over the range of x as (b − a)/(√b + √a), which does not cancel.</summary>
    private static double SquareRoot(Bounded x) =>
        x.Low < 0 ? double.PositiveInfinity : x.Error == 0 ? 0 : 2 * x.Error / (Math.Sqrt(x.High) + Math.Sqrt(x.Low));

    /// <summary>The result of a vectorised function.</summary>
    /// <param name="value">The result.</param>
    /// <param name="error">What it inherits.</param>
    /// <param name="more">To which scale it rounds besides its own: logarithm near 1 and sine near π round as 1 does.</param>
    private Bounded Rounded(double value, double error, double more = 0) =>
        new(value, arithmetic.Rounded(value, error + (Arithmetic.FunctionRoundings * arithmetic.Unit * more), Arithmetic.FunctionRoundings));

    private Bounded Apply(Binary binary, Bounded x, Bounded y)
    {
        var value = ExpressionEvaluator.Evaluate(binary with { Left = x.Value, Right = y.Value });
        if (!x.IsKnown || !y.IsKnown || !double.IsFinite(value))
        {
            return Bounded.Unknown(value);
        }

        var error = binary.Function switch
        {
            BinaryFunction.Add or BinaryFunction.Subtract => x.Error + y.Error,
            BinaryFunction.Multiply => (Math.Abs(x.Value) * y.Error) + (y.Greatest * x.Error),
            BinaryFunction.Divide => y.Least == 0 ? double.PositiveInfinity : (x.Error + (Math.Abs(value) * y.Error)) / y.Least,
            BinaryFunction.Minimum or BinaryFunction.Maximum => Math.Max(x.Error, y.Error),
            BinaryFunction.Power => Power(x, y.Value),
            _ => throw new ArgumentOutOfRangeException(nameof(binary), binary, "An unknown function."),
        };
        var roundings = binary.Function is BinaryFunction.Minimum or BinaryFunction.Maximum ? 0
            : binary.Function == BinaryFunction.Power ? 2 * Arithmetic.FunctionRoundings : 1;
        return new Bounded(value, arithmetic.Rounded(value, error, roundings));
    }

    /// <summary>|x^p − x₀^p| over the range of x: by the greatest derivative, which lies at an end of it.</summary>
    private static double Power(Bounded x, double power)
    {
        if (x.Error == 0)
        {
            return 0;
        }

        var isWhole = power == Math.Floor(power);
        if ((power < 1 && x.Least == 0) || (!isWhole && x.Low < 0))
        {
            return double.PositiveInfinity;
        }

        return Math.Abs(power) * Math.Max(Math.Pow(x.Greatest, power - 1), Math.Pow(x.Least, power - 1)) * x.Error;
    }
}
