using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Emission;
using NetGen.Generator.Expressions;
using NetGen.Testing.Reference;
using Xunit;

namespace NetGen.Generator.Tests.Expressions;

[Trait("Category", "Numeric")]
public class VectorPrinterTests
{
    [Theory]
    [InlineData("max(x0, 0)", "Vector.MaxNative(zero, z)", "var zero = Vector<float>.Zero;")]
    [InlineData("x0 * sigmoid(x0)", "z * VectorMath.Sigmoid(z)", "")]
    [InlineData("x0 * x1 + 0.5", "Vector.MultiplyAddEstimate(z, t, half)", "var half = new Vector<float>(0.5f);")]
    [InlineData("x0 * x1 - 0.5", "Vector.MultiplyAddEstimate(z, t, minusHalf)", "var minusHalf = new Vector<float>(-0.5f);")]
    [InlineData("1 - x0 * x0", "Vector.MultiplyAddEstimate(-z, z, one)", "var one = Vector<float>.One;")]
    [InlineData("(x0 + x1) * (x0 - x1)", "(z + t) * (z - t)", "")]
    [InlineData("x0 - (x1 - x0)", "z - (t - z)", "")]
    [InlineData("x0 / (x1 / x0)", "z / (t / z)", "")]
    [InlineData("pow(x0, 1.5)", "VectorMath.Power(z, 1.5)", "")]
    [InlineData("max(x0, x1)", "Vector.Max(z, t)", "")]
    [InlineData("select(x0 > 0, x0, 0.01 * x0)", "Vector.ConditionalSelect(Vector.GreaterThan(z, zero), z, c0_01 * z)", "var zero = Vector<float>.Zero;|var c0_01 = new Vector<float>(0.01f);")]
    [InlineData("select(!(x0 != x1) || x0 >= 1 && x1 <= 1, x0, -x1)", "Vector.ConditionalSelect((~~Vector.Equals(z, t) | (Vector.GreaterThanOrEqual(z, one) & Vector.LessThanOrEqual(t, one))), z, -t)", "var one = Vector<float>.One;")]
    public void PrintsWhatAPersonWouldWrite(string text, string expected, string constants)
    {
        var printer = new VectorPrinter(VectorType.Float, new NameScope("z", "t"));
        var code = printer.Print(ExpressionText.Parse(text), ["z", "t"]);
        Assert.Empty(code.Locals);
        Assert.Equal(expected, code.Result);
        Assert.Equal(constants, string.Join('|', printer.Constants.Declarations));
    }

    [Fact]
    public void CommonPartsBecomeLocals()
    {
        var printer = new VectorPrinter(VectorType.Double, new NameScope("z", "sigmoid"));
        var code = printer.Print(Derivative.Of(ExpressionText.Parse("x0 * sigmoid(x0)"), 0), ["z"]);
        Assert.Equal(["var sigmoid2 = VectorMath.Sigmoid(z);"], code.Locals.Select(local => local.ToString()));
        Assert.Equal("Vector.MultiplyAddEstimate(z, sigmoid2 * (one - sigmoid2), sigmoid2)", code.Result);
    }

    [Fact]
    public void SeveralResultsShareTheirParts()
    {
        var printer = new VectorPrinter(VectorType.Float, new NameScope("z"));
        var code = printer.Print([ExpressionText.Parse("tanh(x0)"), ExpressionText.Parse("1 - tanh(x0) * tanh(x0)")], ["z"]);
        Assert.Equal(["var tanh = VectorMath.Tanh(z);"], code.Locals.Select(local => local.ToString()));
        Assert.Equal(["tanh", "Vector.MultiplyAddEstimate(-tanh, tanh, one)"], code.Results);
        Assert.Equal("tanh2", printer.Print(ExpressionText.Parse("tanh(x0) * tanh(x0)"), ["z"]).Locals[0].Name);
    }

    [Fact]
    public void LongTextsAreCut()
    {
        var sum = string.Join(" + ", Enumerable.Range(0, 60).Select(i => $"sin({i + 2} * x0)"));
        var code = new VectorPrinter(VectorType.Float, new NameScope("z")).Print(ExpressionText.Parse(sum), ["z"]);
        Assert.All(code.Locals, local => Assert.True(local.Value.Length < 240));
        Assert.True(code.Result.Length < 240);
    }

    [Fact]
    public void PrintedExpressionsHaveTheirValues()
    {
        var random = new RandomExpressions(41);
        var expressions = Enumerable.Range(0, 300).Select(_ => random.Next(4)).ToList();
        var points = Enumerable.Range(0, 40).Select(_ => random.NextPoint()).ToList();
        double[][] operands = [[.. points.Select(point => point[0])], [.. points.Select(point => point[1])]];
        var kernels = new VectorKernels(expressions, isDouble: true);
        var compared = 0;
        for (var k = 0; k < expressions.Count; k++)
        {
            var actual = kernels.Run(k, operands);
            for (var i = 0; i < points.Count; i++)
            {
                var expected = ExpressionEvaluator.Evaluate(expressions[k], points[i]);
                if (Sensitivity.IsStable(expressions[k], points[i], expected))
                {
                    Assert.True(
                        Math.Abs(actual[i] - expected) <= 1e-7 * (1 + Math.Abs(expected)),
                        $"{ExpressionText.Print(expressions[k])} at ({points[i][0]:R}, {points[i][1]:R}): {actual[i]:R} instead of {expected:R}");
                    compared++;
                }
            }
        }

        Assert.True(compared > 6000, $"Only {compared} points could be compared.");
    }

    [Fact]
    public void NaNPassesThroughMaximaAndMinima()
    {
        string[] texts = ["max(x0, 0)", "max(0, x0)", "min(x0, 6)", "min(max(x0 + 3, 0), 6)", "max(x0, x1)", "min(x1, x0)", "max(x1, x0)"];
        var singles = new VectorKernels(texts.Select(ExpressionText.Parse), isDouble: false);
        var doubles = new VectorKernels(texts.Select(ExpressionText.Parse), isDouble: true);
        for (var k = 0; k < texts.Length; k++)
        {
            Assert.All(singles.Run(k, [float.NaN], [1f]), value => Assert.True(float.IsNaN(value), texts[k]));
            Assert.All(doubles.Run(k, [double.NaN], [1.0]), value => Assert.True(double.IsNaN(value), texts[k]));
        }
    }
}
