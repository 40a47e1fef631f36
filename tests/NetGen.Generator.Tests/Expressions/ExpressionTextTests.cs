using System;
using System.Globalization;
using NetGen.Generator.Expressions;
using Xunit;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Tests.Expressions;

public class ExpressionTextTests
{
    [Fact]
    public void RandomExpressionsAreReadBackExactly()
    {
        var random = new RandomExpressions(31);
        for (var trial = 0; trial < 3000; trial++)
        {
            var expression = random.Next(6);
            Assert.Equal(expression, ExpressionText.Parse(ExpressionText.Print(expression)));
        }
    }

    [Fact]
    public void NumbersAreReadBackToTheLastBit()
    {
        double[] numbers =
        [
            0, -0.0, 0.1, 1.0 / 3, -1e-30, double.Epsilon, double.MaxValue, -double.MaxValue, Math.PI, 123456789012345680, 1e16, 5e-324,
            double.NaN, double.PositiveInfinity, double.NegativeInfinity, BitConverter.Int64BitsToDouble(0x7FF8000000000123),
        ];
        var random = new Random(4);
        foreach (var number in numbers)
        {
            AssertRoundTrip(number);
        }

        for (var i = 0; i < 2000; i++)
        {
            AssertRoundTrip(BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)));
        }

        static void AssertRoundTrip(double number) =>
            Assert.Equal(new Constant(number), ExpressionText.Parse(ExpressionText.Print(new Constant(number))));
    }

    [Fact]
    public void TheTextIsReadable()
    {
        Assert.Equal("select(x0 > 0, x0, 0.01 * x0)", ExpressionText.Print(Select(Greater(X(), 0), X(), 0.01 * X())));
        Assert.Equal("x0 - (x1 - x2)", ExpressionText.Print(X() - (X(1) - X(2))));
        Assert.Equal("x0 - x1 - x2", ExpressionText.Print(X() - X(1) - X(2)));
        Assert.Equal("(x0 + 1) * x1 / x2", ExpressionText.Print((X() + 1) * X(1) / X(2)));
        Assert.Equal("-(1) + -2 + -x0", ExpressionText.Print(-(Expression)1 + -2 + -X()));
        Assert.Equal("!(x0 < 1 || x1 == 2) && x0 != nan", ExpressionText.Print(new Both(
            new Not(new Either(Less(X(), 1), Equal(X(1), 2))), new Compare(Comparison.NotEqual, X(), double.NaN))));
    }

    [Fact]
    public void TheCultureDoesNotMatter()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("")
            {
                NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NegativeSign = "~", NaNSymbol = "?" },
            };
            Assert.Equal("x12 * -0.5 + nan", ExpressionText.Print((X(12) * -0.5) + double.NaN));
            Assert.Equal((X(12) * -0.5) + double.NaN, ExpressionText.Parse("x12 * -0.5 + nan"));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData("", "Expected an expression at character 0 of ''.")]
    [InlineData("x0 +", "Expected an expression at character 4 of 'x0 +'.")]
    [InlineData("x0 x1", "Expected the end at character 3 of 'x0 x1'.")]
    [InlineData("floor(x0)", "Expected a function at character 0 of 'floor(x0)'.")]
    [InlineData("max(x0)", "Expected ',' at character 6 of 'max(x0)'.")]
    [InlineData("select(x0, 1, 2)", "Expected a comparison at character 9 of 'select(x0, 1, 2)'.")]
    [InlineData("(x0", "Expected ')' at character 3 of '(x0'.")]
    [InlineData("1.2.3", "Expected a number at character 0 of '1.2.3'.")]
    [InlineData("nan(12)", "Expected the bits of a NaN at character 4 of 'nan(12)'.")]
    public void WrongTextIsRefused(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => ExpressionText.Parse(text)).Message);

    [Fact]
    public void DeepTextIsRefused() =>
        Assert.Throws<FormatException>(() => ExpressionText.Parse(new string('(', 100000)));
}
