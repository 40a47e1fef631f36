using System;
using System.Collections.Generic;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Expressions;

/// <summary>Symbolic derivatives of scalar expressions.</summary>
/// <remarks>
/// <para>The derivative of a function whose derivative follows from its value is written with the function itself:
/// σ' = σ·(1 − σ), tanh' = 1 − tanh², exp' = exp, (u/v)' = (u' − (u/v)·v')/v. A caller that has stored the value puts
/// it in the function's place (<see cref="Substitution.Replace"/>).</para>
/// <para>A selection becomes a selection of derivatives and never a product with the condition, so that an infinite or
/// undefined branch that is not taken leaves no trace.</para>
/// <para>Where there is no derivative: |x|' is 0 at 0; at a tie with a constant, max and min have the derivative of the
/// constant, 0, so that ReLU'(0) = 0; at a tie of two variables each side gets half. All of this is as PyTorch has it
/// (abs, relu, maximum, minimum). The sign function has the derivative 0 everywhere.</para>
/// </remarks>
internal static class Derivative
{
    private static readonly Expression s_zero = new Constant(0);

    /// <summary>∂<paramref name="expression"/>/∂x for operand <paramref name="operand"/>, simplified.</summary>
    public static Expression Of(Expression expression, int operand)
    {
        // Simplified first: the stable primitives are what can be differentiated safely.
        var memo = new Dictionary<object, Expression>(ReferenceComparer.Instance);
        return Simplifier.Simplify(D(Simplifier.Simplify(expression)));

        Expression D(Expression node)
        {
            if (!memo.TryGetValue(node, out var result))
            {
                memo[node] = result = node switch
                {
                    Constant => s_zero,
                    Operand x => x.Index == operand ? 1 : s_zero,
                    Unary unary => Chain(D(unary.Value), unary),
                    Select select => OfSelect(select, D(select.WhenTrue), D(select.WhenFalse)),
                    Binary binary => OfBinary(binary, D(binary.Left), D(binary.Right)),
                    _ => throw new ArgumentOutOfRangeException(nameof(expression), node, "An unknown expression."),
                };
            }

            return result;
        }
    }

    // Products with 0 are dropped at once: the trees stay small, and 0·∞ never arises.
    private static Expression Chain(Expression inner, Unary function) => inner.Equals(s_zero) ? s_zero : Times(inner, OfFunction(function));

    private static Expression OfFunction(Unary f)
    {
        var x = f.Value;
        return f.Function switch
        {
            UnaryFunction.Negate => -1,
            UnaryFunction.Absolute => Sign(x),
            UnaryFunction.Sign => 0,
            UnaryFunction.SquareRoot => 0.5 / f,
            UnaryFunction.Exp => f,
            UnaryFunction.ExpMinusOne => Exp(x),
            UnaryFunction.Log => 1 / x,
            UnaryFunction.LogOnePlus => 1 / (x + 1),
            UnaryFunction.Sine => Cos(x),
            UnaryFunction.Cosine => -Sin(x),
            UnaryFunction.Tanh => 1 - (f * f),
            UnaryFunction.Sigmoid => f * (1 - f),
            UnaryFunction.Softplus => Sigmoid(x),
            UnaryFunction.Erf => 2 / Math.Sqrt(Math.PI) * Exp(-(x * x)),
            _ => throw new ArgumentOutOfRangeException(nameof(f), f.Function, "A function without a derivative."),
        };
    }

    private static Expression OfSelect(Select select, Expression whenTrue, Expression whenFalse) =>
        whenTrue.Equals(whenFalse) ? whenTrue : Select(select.Condition, whenTrue, whenFalse);

    private static Expression OfBinary(Binary f, Expression dl, Expression dr)
    {
        var (l, r) = (f.Left, f.Right);
        return f.Function switch
        {
            _ when dl.Equals(s_zero) && dr.Equals(s_zero) => s_zero,
            BinaryFunction.Add => Plus(dl, dr),
            BinaryFunction.Subtract => Minus(dl, dr),
            BinaryFunction.Multiply => Plus(Times(dl, r), Times(l, dr)),
            BinaryFunction.Divide => Minus(dl, Times(f, dr)) / r,
            BinaryFunction.Power when r is Constant exponent => Times(dl, exponent.Value * Pow(l, exponent.Value - 1)),
            BinaryFunction.Maximum => OfExtremum(Greater(l, r), l, r, dl, dr),
            BinaryFunction.Minimum => OfExtremum(Less(l, r), l, r, dl, dr),
            _ => throw new ArgumentOutOfRangeException(nameof(f), f.Function, "A function without a derivative."),
        };
    }

    private static Expression OfExtremum(Condition leftWins, Expression l, Expression r, Expression dl, Expression dr) =>
        l is Constant || r is Constant
            ? Select(leftWins, dl, dr)
            : Select(leftWins, dl, Select(Equal(l, r), 0.5 * Plus(dl, dr), dr));

    private static Expression Plus(Expression left, Expression right) =>
        left.Equals(s_zero) ? right : right.Equals(s_zero) ? left : left + right;

    private static Expression Minus(Expression left, Expression right) => right.Equals(s_zero) ? left : left - right;

    private static Expression Times(Expression left, Expression right) =>
        left.Equals(s_zero) || right.Equals(s_zero) ? s_zero
        : left is Constant { Value: 1 } ? right
        : right is Constant { Value: 1 } ? left
        : left * right;
}
