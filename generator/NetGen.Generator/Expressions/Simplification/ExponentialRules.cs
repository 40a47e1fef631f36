using System;
using System.Linq;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Expressions.Simplification;

/// <summary>
/// Logarithms and quotients of sums of exponentials, which overflow as written, become softplus, sigmoid and tanh:
/// 1/(1 + e⁻ˣ) = σ(x), ln(1 + eˣ) = softplus(x), (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ) = tanh(x), and every scaled or shifted form of them.
/// </summary>
internal static class ExponentialRules
{
    public static Expression? Apply(Expression node) => node switch
    {
        Unary { Function: UnaryFunction.Log } log => LogarithmOf(log.Value) ?? NearOne(log.Value),
        Unary { Function: UnaryFunction.LogOnePlus } log => LogarithmOf(1 + log.Value),
        Binary { Function: BinaryFunction.Divide } quotient => Quotient(quotient.Left, quotient.Right),
        _ => null,
    };

    private static Expression? LogarithmOf(Expression value) =>
        ExponentialSum.Of(value) is { HasExponential: true, IsPositive: true } sum ? sum.Logarithm() : null;

    private static Expression? NearOne(Expression value) => value switch
    {
        Binary { Function: BinaryFunction.Add, Right: Constant { Value: 1 } } sum => LogOnePlus(sum.Left),
        Binary { Function: BinaryFunction.Subtract, Left: Constant { Value: 1 } } difference => LogOnePlus(-difference.Right),
        _ => null,
    };

    private static Expression? Quotient(Expression numerator, Expression denominator)
    {
        if (ExponentialSum.Of(denominator) is not { HasExponential: true } sum)
        {
            return null;
        }

        var (below, sign) = sum.IsPositive ? (sum, 1.0) : (sum.Scale(-1), -1.0);
        if (!below.IsPositive)
        {
            return null;
        }

        var (rest, above) = SplitSum(numerator);
        above = above.Scale(sign);
        var quotient = HyperbolicTangent(above, below) ?? TermByTerm(above, below);
        return rest.Is(1) ? quotient : rest * quotient;
    }

    // (p·eᵃ − q·eᵇ)/(p·eᵃ + q·eᵇ) = tanh((a − b + ln(p/q))/2).
    private static Expression? HyperbolicTangent(ExponentialSum above, ExponentialSum below)
    {
        if (above.Terms.Count != 2 || below.Terms.Count != 2)
        {
            return null;
        }

        var (p, q) = (below.Terms[0], below.Terms[1]);
        var first = above.Terms.FirstOrDefault(term => term.Exponent.Equals(p.Exponent));
        var second = above.Terms.FirstOrDefault(term => term.Exponent.Equals(q.Exponent));
        var factor = first.Coefficient / p.Coefficient;
        return first.Exponent is not null && second.Exponent is not null && factor == -(second.Coefficient / q.Coefficient)
            ? factor * Tanh(0.5 * (p.Exponent - q.Exponent + Math.Log(p.Coefficient / q.Coefficient)))
            : null;
    }

    private static Expression TermByTerm(ExponentialSum above, ExponentialSum below) =>
        above.Terms.Select(term => term.Coefficient * Inverse(below.RelativeTo(term.Exponent))).Aggregate((sum, term) => sum + term);

    // 1/Σ: a sigmoid where one of two terms is constant, else exp(−ln Σ). Neither overflows, nor do their derivatives.
    private static Expression Inverse(ExponentialSum sum)
    {
        if (sum.Terms.Count == 1)
        {
            return (1 / sum.Terms[0].Coefficient) * Exp(-sum.Terms[0].Exponent);
        }

        if (sum.Terms.Count == 2 && sum.Terms.Any(term => term.Exponent.Is(0)))
        {
            var constant = sum.Terms.First(term => term.Exponent.Is(0)).Coefficient;
            var other = sum.Terms.First(term => !term.Exponent.Is(0));
            return (1 / constant) * Sigmoid(-(other.Exponent + Math.Log(other.Coefficient / constant)));
        }

        return Exp(-sum.Logarithm());
    }

    // The factor of the numerator that is a sum of exponentials, and the product of the others.
    private static (Expression Others, ExponentialSum Sum) SplitSum(Expression numerator)
    {
        if (ExponentialSum.Of(numerator) is { } whole)
        {
            return (1, whole);
        }

        if (numerator is Unary { Function: UnaryFunction.Negate } negation)
        {
            var (rest, sum) = SplitSum(negation.Value);
            return (rest, sum.Scale(-1));
        }

        if (numerator is Binary { Function: BinaryFunction.Multiply } product)
        {
            var (rest, sum) = SplitSum(product.Right);
            if (sum.HasExponential)
            {
                return (product.Left * rest, sum);
            }

            (rest, sum) = SplitSum(product.Left);
            if (sum.HasExponential)
            {
                return (rest * product.Right, sum);
            }
        }

        return (numerator, ExponentialSum.Of(new Constant(1))!);
    }
}
