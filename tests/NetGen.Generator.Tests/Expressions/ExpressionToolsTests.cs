using System;
using NetGen.Generator.Emission;
using NetGen.Generator.Expressions;
using Xunit;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Tests.Expressions;

public class ExpressionToolsTests
{
    [Fact]
    public void OperandsAreFoundEverywhere()
    {
        var expression = Select(Greater(X(4), 0), Exp(X(2)), Max(X(2), 7));
        Assert.Equal([2, 4], expression.Operands());
        Assert.True(expression.ContainsOperand(4));
        Assert.False(expression.ContainsOperand(0));
        Assert.True(expression.Contains(Exp(X(2))));
        Assert.False(expression.Contains(Exp(X(4))));
    }

    [Fact]
    public void SubstitutionReplacesAllOperandsAtOnce()
    {
        var expression = Select(Greater(X(), X(1)), X() - X(1), Sin(X()));
        Assert.Equal(Select(Greater(X(1), X()), X(1) - X(), Sin(X(1))), expression.Substitute(X(1), X()));
        Assert.Equal(Select(Greater(X(5), X(6)), X(5) - X(6), Sin(X(5))), expression.Renumber(index => index + 5));
        Assert.Throws<ArgumentException>(() => expression.Substitute(X(1)));
    }

    [Fact]
    public void EqualPartsHaveEqualNumbers()
    {
        var numbering = new ValueNumbering();
        Assert.Equal(numbering[Exp(X()) + 1], numbering[Exp(X()) + 1]);
        Assert.NotEqual(numbering[X() - X(1)], numbering[X(1) - X()]);
        Assert.NotEqual(numbering[(Expression)0.0], numbering[(Expression)(-0.0)]);
        Assert.Equal(numbering[Greater(X(), 0)], numbering[Greater(X(), 0)]);
    }

    [Fact]
    public void CostCountsEqualPartsOnce()
    {
        Assert.Equal(0, ExpressionCost.Of(X()));
        Assert.True(ExpressionCost.Of(Exp(X())) > ExpressionCost.Of(X() * X()));
        Assert.Equal(ExpressionCost.Of(Exp(X())) + 1, ExpressionCost.Of(Exp(X()) * Exp(X())));
    }

    [Theory]
    [InlineData("max(x0, 0)", "max(z, 0)")]
    [InlineData("x0 * sigmoid(x0)", "z · σ(z)")]
    [InlineData("select(x0 > 0, x0, 0.01 * x0)", "z if z > 0 else 0.01 · z")]
    [InlineData("2 * (x0 + x1) * (x0 - -1.5)", "2 · (z + t) · (z − (−1.5))")]
    [InlineData("expm1(-x0) * 2", "(e^(−z) − 1) · 2")]
    [InlineData("log1p(x0) / (1 + x0 * x0)", "ln(1 + z) / (1 + z²)")]
    [InlineData("abs(x0) - sqrt(x0) - pow(x0, 1.5)", "|z| − √z − z^1.5")]
    [InlineData("select(x0 >= 0 && !(x1 == 1), inf, erf(x0))", "∞ if (z ≥ 0 and not (t = 1)) else erf(z)")]
    public void MathematicsIsReadable(string text, string expected) =>
        Assert.Equal(expected, MathematicsPrinter.Print(ExpressionText.Parse(text), ["z", "t"]));

    [Theory]
    [InlineData(0.1, "0.1f", "0.1")]
    [InlineData(2, "2f", "2.0")]
    [InlineData(-0.0, "-0f", "-0.0")]
    [InlineData(1e-30, "1E-30f", "1E-30")]
    [InlineData(1e300, "float.PositiveInfinity", "1E+300")]
    [InlineData(1.0 / 3, "0.33333334f", "0.3333333333333333")]
    [InlineData(16777217, "16777216f", "16777217.0")]
    [InlineData(double.NaN, "float.NaN", "double.NaN")]
    [InlineData(double.NegativeInfinity, "float.NegativeInfinity", "double.NegativeInfinity")]
    [InlineData(1e-300, "0f", "1E-300")]
    public void LiteralsAreExact(double value, string single, string pair)
    {
        Assert.Equal(single, Literals.Float(value));
        Assert.Equal(pair, Literals.Double(value));
    }
}
