using System;
using System.Collections.Generic;
using System.Linq;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Expressions.Simplification;

/// <summary>
/// An expression read as Σ cᵢ·exp(uᵢ) with different exponents; the constant term has the exponent 0. Written out, such
/// a sum overflows although its logarithm and the quotients of two of them are harmless.
/// </summary>
internal sealed class ExponentialSum
{
    private const int TermLimit = 4;
    private static readonly Constant s_zero = new(0);

    private ExponentialSum(IReadOnlyList<Term> terms) => Terms = terms;

    public IReadOnlyList<Term> Terms { get; }

    /// <summary>Whether the sum is more than a constant.</summary>
    public bool HasExponential => Terms.Any(term => !term.Exponent.Is(0));

    /// <summary>Whether the logarithm exists everywhere.</summary>
    public bool IsPositive => Terms.All(term => term.Coefficient > 0);

    /// <summary>Reads <paramref name="expression"/>; null where it is no such sum, or one of too many terms.</summary>
    public static ExponentialSum? Of(Expression expression) => expression switch
    {
        Constant constant => Ordinary(constant.Value) ? new([new(constant.Value, s_zero)]) : null,
        Unary { Function: UnaryFunction.Exp } power => new([new(1, power.Value)]),
        Unary { Function: UnaryFunction.ExpMinusOne } power => new([new(1, power.Value), new(-1, s_zero)]),
        Unary { Function: UnaryFunction.Negate } negation => Of(negation.Value)?.Scale(-1),
        Binary { Function: BinaryFunction.Add } sum => Join(Of(sum.Left), Of(sum.Right), 1),
        Binary { Function: BinaryFunction.Subtract } difference => Join(Of(difference.Left), Of(difference.Right), -1),
        Binary { Function: BinaryFunction.Multiply } product => Product(Of(product.Left), Of(product.Right)),
        Binary { Function: BinaryFunction.Divide, Right: Constant divisor } quotient when Ordinary(divisor.Value) =>
            Of(quotient.Left)?.Scale(1 / divisor.Value),
        _ => null,
    };

    /// <summary>The sum with every coefficient times <paramref name="factor"/>.</summary>
    public ExponentialSum Scale(double factor) =>
        new([.. Terms.Select(term => term with { Coefficient = factor * term.Coefficient })]);

    /// <summary>The sum over exp(<paramref name="exponent"/>).</summary>
    public ExponentialSum RelativeTo(Expression exponent) => exponent.Is(0) ? this
        : new([.. Terms.Select(term => term with { Exponent = Simplifier.Simplify(term.Exponent - exponent) })]);

    /// <summary>
    /// ln Σ cᵢ·exp(uᵢ) for positive coefficients: u₀ + ln c₀ + ln(1 + Σ exp(tᵢ)) with tᵢ = uᵢ − u₀ + ln(cᵢ/c₀), where the
    /// constant term comes first if there is one. Then M = softplus(t₁), and for each further term ln(eᴹ + eᵗ) = M + softplus(t − M).
    /// </summary>
    public Expression Logarithm()
    {
        var ordered = Terms.OrderBy(term => term.Exponent.Is(0) ? 0 : 1).ToList();
        var first = ordered[0];
        var leading = Simplifier.Simplify(first.Exponent + Math.Log(first.Coefficient));
        var relative = ordered.Skip(1)
            .Select(term => Simplifier.Simplify(term.Exponent - first.Exponent + Math.Log(term.Coefficient / first.Coefficient)))
            .ToList();
        return relative.Count == 0
            ? leading
            : leading + relative.Skip(1).Aggregate(Softplus(relative[0]), (sum, term) => sum + Softplus(term - sum));
    }

    private static ExponentialSum? Join(ExponentialSum? left, ExponentialSum? right, double sign) =>
        left is null || right is null ? null : Collect(left.Terms.Concat(right.Scale(sign).Terms));

    private static ExponentialSum? Product(ExponentialSum? left, ExponentialSum? right) =>
        left is null || right is null ? null : Collect(
            from a in left.Terms
            from b in right.Terms
            select new Term(a.Coefficient * b.Coefficient, Simplifier.Simplify(a.Exponent + b.Exponent)));

    private static ExponentialSum? Collect(IEnumerable<Term> terms)
    {
        var collected = new List<Term>();
        foreach (var term in terms)
        {
            var place = collected.FindIndex(other => other.Exponent.Equals(term.Exponent));
            if (place < 0)
            {
                collected.Add(term);
            }
            else
            {
                collected[place] = term with { Coefficient = term.Coefficient + collected[place].Coefficient };
            }
        }

        collected.RemoveAll(term => term.Coefficient == 0);
        return collected.Count is 0 or > TermLimit || !collected.All(term => Ordinary(term.Coefficient)) ? null : new(collected);
    }

    private static bool Ordinary(double value) => Math.Abs(value) is > 1e-30 and < 1e30;
}

/// <summary>Coefficient · exp(Exponent).</summary>
internal readonly record struct Term(double Coefficient, Expression Exponent);
