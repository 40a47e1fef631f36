using System;
using NetGen.Generator.Expressions;
using NetGen.Testing.Reference;
using Xunit;

namespace NetGen.Generator.Tests.Expressions;

public class DerivativeTests
{
    [Theory]
    [InlineData("3", "0")]
    [InlineData("x1", "0")]
    [InlineData("x0 * x0", "2 * x0")]
    [InlineData("x0 * x1", "x1")]
    [InlineData("sigmoid(x0)", "sigmoid(x0) * (1 - sigmoid(x0))")]
    [InlineData("1 / (1 + exp(-x0))", "sigmoid(x0) * (1 - sigmoid(x0))")]
    [InlineData("tanh(x0)", "1 - tanh(x0) * tanh(x0)")]
    [InlineData("exp(x0)", "exp(x0)")]
    [InlineData("expm1(x0)", "exp(x0)")]
    [InlineData("log(x0)", "1 / x0")]
    [InlineData("log1p(x0)", "1 / (x0 + 1)")]
    [InlineData("sqrt(x0)", "0.5 / sqrt(x0)")]
    [InlineData("softplus(x0)", "sigmoid(x0)")]
    [InlineData("log(1 + exp(x0))", "sigmoid(x0)")]
    [InlineData("abs(x0)", "sign(x0)")]
    [InlineData("sign(x0)", "0")]
    [InlineData("sin(2 * x0)", "2 * cos(2 * x0)")]
    [InlineData("cos(x0)", "-sin(x0)")]
    [InlineData("erf(x0)", "1.1283791670955126 * exp(-(x0 * x0))")]
    [InlineData("pow(x0, 1.5)", "1.5 * sqrt(x0)")]
    [InlineData("max(x0, 0)", "select(x0 > 0, 1, 0)")]
    [InlineData("min(x0, 6)", "select(x0 < 6, 1, 0)")]
    [InlineData("max(x0, x1)", "select(x0 > x1, 1, select(x0 == x1, 0.5, 0))")]
    [InlineData("select(x0 > 0, x0, 0.01 * x0)", "select(x0 > 0, 1, 0.01)")]
    [InlineData("select(x1 > 0, x0, x0 + 2)", "1")]
    [InlineData("log(exp(x0) + exp(-x0))", "tanh(x0)")]
    [InlineData("x0 / (1 + exp(-x0))", "sigmoid(x0) + x0 * (sigmoid(x0) * (1 - sigmoid(x0)))")]
    public void Rules(string text, string expected) =>
        Assert.Equal(expected, ExpressionText.Print(Derivative.Of(ExpressionText.Parse(text), 0)));

    [Theory]
    [InlineData("max(x0, 0)", 0, 0)]
    [InlineData("select(x0 >= 0, x0, 0)", 0, 0)]
    [InlineData("max(x0, x0 * x0)", 1, 1.5)]
    [InlineData("abs(x0)", 0, 0)]
    [InlineData("min(max(x0 + 3, 0), 6)", 3, 0)]
    [InlineData("select(x0 > 0, x0, 0.01 * x0)", 0, 0.01)]
    public void KinksAreResolvedAsDocumented(string text, double x, double expected) =>
        Assert.Equal(expected, ExpressionEvaluator.Evaluate(Derivative.Of(ExpressionText.Parse(text), 0), x));

    [Fact]
    public void AStoredOutputCanTakeTheFunctionsPlace()
    {
        var function = Simplifier.Simplify(ExpressionText.Parse("1 / (1 + exp(-x0))"));
        var derivative = Derivative.Of(function, 0).Replace(function, Functions.X(1));
        Assert.Equal("x1 * (1 - x1)", ExpressionText.Print(derivative));
    }

    [Theory]
    [InlineData(1, 21)]
    [InlineData(2, 22)]
    public void DerivativesAreTheSlopes(int order, int seed)
    {
        var random = new RandomExpressions(seed);
        var compared = 0;
        for (var trial = 0; trial < 3000; trial++)
        {
            var expression = random.Next(4);
            for (var i = 1; i < order; i++)
            {
                expression = Derivative.Of(expression, 1);
            }

            var derivative = Derivative.Of(expression, 0);
            var point = random.NextPoint();
            if (Slope(expression, point) is { } slope && Sensitivity.IsStable(derivative, point, slope))
            {
                var actual = ExpressionEvaluator.Evaluate(derivative, point);
                Assert.True(
                    Math.Abs(actual - slope) <= 1e-5 * (1 + Math.Abs(slope)),
                    $"{ExpressionText.Print(expression)}\n{ExpressionText.Print(derivative)}\nat ({point[0]:R}, {point[1]:R}): {actual:R}, slope {slope:R}");
                compared++;
            }
        }

        Assert.True(compared > 1200, $"Only {compared} slopes could be compared.");
    }

    // Central differences of two widths, extrapolated; null where they disagree: at a kink, a pole or a wild curve.
    private static double? Slope(Expression expression, double[] point)
    {
        if (!Sensitivity.IsStable(expression, point, ExpressionEvaluator.Evaluate(expression, point)))
        {
            return null;
        }

        var (wide, narrow) = (Difference(1e-4), Difference(5e-5));
        return Math.Abs(wide - narrow) <= 1e-6 * (1 + Math.Abs(narrow)) ? narrow + ((narrow - wide) / 3) : null;

        double Difference(double h) =>
            (ExpressionEvaluator.Evaluate(expression, point[0] + h, point[1]) - ExpressionEvaluator.Evaluate(expression, point[0] - h, point[1])) / (2 * h);
    }
}
