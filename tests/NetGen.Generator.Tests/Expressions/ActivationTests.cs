using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics;
using NetGen.Generator.Expressions;
using NetGen.Testing.Reference;
using Xunit;

namespace NetGen.Generator.Tests.Expressions;

/// <summary>
/// Value, first and second derivative of activations, as people write them, where floating point is hard: by naive
/// evaluation in double and by the printed vector code in float and double, against formulas that were derived by hand.
/// </summary>
[Trait("Category", "Numeric")]
public class ActivationTests
{
    private const double Scale = 1.0507009873554804934193349852946;
    private const double Alpha = 1.6732632423543772848170429916717;

    private static readonly double[] s_points = [0, 1e-30, -1e-30, 88, -88, 1e4, -1e4, 0.5, -0.5, 3.2, -3.2, 19, -19, 100, -100];

    private static readonly Dictionary<string, (Func<double, double> Value, Func<double, double> First, Func<double, double> Second)> s_activations = new()
    {
        ["sigmoid(x0)"] = (S, S1, S2),
        ["1 / (1 + exp(-x0))"] = (S, S1, S2),
        ["exp(x0) / (1 + exp(x0))"] = (S, S1, S2),
        ["tanh(x0)"] = (Math.Tanh, T1, x => -2 * Math.Tanh(x) * T1(x)),
        ["(exp(x0) - exp(-x0)) / (exp(x0) + exp(-x0))"] = (Math.Tanh, T1, x => -2 * Math.Tanh(x) * T1(x)),
        ["max(x0, 0)"] = (x => Math.Max(x, 0), Step, _ => 0),
        ["select(x0 > 0, x0, 0.01 * x0)"] = (x => x > 0 ? x : 0.01 * x, x => x > 0 ? 1 : 0.01, _ => 0),
        ["select(x0 > 0, x0, 1.5 * (exp(x0) - 1))"] = (x => x > 0 ? x : 1.5 * E1(x), x => x > 0 ? 1 : 1.5 * Math.Exp(x), x => x > 0 ? 0 : 1.5 * Math.Exp(x)),
        ["1.0507009873554805 * select(x0 > 0, x0, 1.6732632423543772 * expm1(x0))"] = (
            x => Scale * (x > 0 ? x : Alpha * E1(x)), x => Scale * (x > 0 ? 1 : Alpha * Math.Exp(x)), x => x > 0 ? 0 : Scale * Alpha * Math.Exp(x)),
        ["0.5 * x0 * (1 + erf(x0 / 1.4142135623730951))"] = (x => x * Phi(x), x => Phi(x) + (x * Density(x)), x => (2 - (x * x)) * Density(x)),
        ["x0 * sigmoid(x0)"] = (x => x * S(x), Swish1, Swish2),
        ["x0 / (1 + exp(-x0))"] = (x => x * S(x), Swish1, Swish2),
        ["softplus(x0)"] = (Softplus, S, S1),
        ["log(1 + exp(x0))"] = (Softplus, S, S1),
        ["log(1 + exp(2 * x0)) / 2"] = (x => Softplus(2 * x) / 2, x => S(2 * x), x => 2 * S1(2 * x)),
        ["min(max(x0 + 3, 0), 6) / 6"] = (x => Math.Clamp(x + 3, 0, 6) / 6, x => Math.Abs(x) < 3 ? 1.0 / 6 : 0, _ => 0),
        ["x0 * min(max(x0 + 3, 0), 6) / 6"] = (
            x => x * Math.Clamp(x + 3, 0, 6) / 6, x => x <= -3 ? 0 : x >= 3 ? 1 : ((2 * x) + 3) / 6, x => Math.Abs(x) < 3 ? 1.0 / 3 : 0),
        ["select(x0 > 0, 1, 0)"] = (Step, _ => 0, _ => 0),
        ["x0 * tanh(log(1 + exp(x0)))"] = (Mish, Mish1, Mish2),
        ["x0 * ((1 + exp(x0)) * (1 + exp(x0)) - 1) / ((1 + exp(x0)) * (1 + exp(x0)) + 1)"] = (Mish, Mish1, Mish2),
        ["log((exp(x0) + exp(-x0)) / 2)"] = (LogCosh, Math.Tanh, T1),
        ["log(exp(x0) + exp(-x0)) - 0.6931471805599453"] = (LogCosh, Math.Tanh, T1),
        ["x0 / (1 + abs(x0))"] = (
            x => x / (1 + Math.Abs(x)), x => 1 / ((1 + Math.Abs(x)) * (1 + Math.Abs(x))), x => -2 * Math.Sign(x) / Math.Pow(1 + Math.Abs(x), 3)),
        ["-log(1 / (1 + exp(-x0)))"] = (x => Softplus(-x), x => -S(-x), S1),
        ["-log(1 - 1 / (1 + exp(-x0)))"] = (Softplus, S, S1),
    };

    public static TheoryData<string> Activations => [.. s_activations.Keys];

    [Theory]
    [MemberData(nameof(Activations))]
    public void ValuesAndDerivativesAreRightEverywhere(string text)
    {
        var (value, first, second) = s_activations[text];
        var expression = Simplifier.Simplify(ExpressionText.Parse(text));
        var derivative = Derivative.Of(expression, 0);
        Expression[] expressions = [expression, derivative, Derivative.Of(derivative, 0)];
        Func<double, double>[] references = [value, first, second];
        var singles = new VectorKernels(expressions, isDouble: false);
        var doubles = new VectorKernels(expressions, isDouble: true);
        for (var k = 0; k < expressions.Length; k++)
        {
            var single = singles.Run(k, Array.ConvertAll(s_points, x => (float)x));
            var pair = doubles.Run(k, s_points);
            for (var i = 0; i < s_points.Length; i++)
            {
                var about = $"{ExpressionText.Print(expressions[k])} at {s_points[i]:R}";
                Check(references[k]((float)s_points[i]), single[i], Math.ScaleB(1, -24), about + " in float");
                Check(references[k](s_points[i]), pair[i], Math.ScaleB(1, -53), about + " in double");
                Check(references[k](s_points[i]), ExpressionEvaluator.Evaluate(expressions[k], s_points[i]), Math.ScaleB(1, -53), about + ", evaluated");
            }
        }
    }

    // The terms of these formulas are below 4 where they cancel, and each of some ten roundings and functions, of up to
    // six units, may err by its own: 100 units of a number of that size, or of the result where it is larger.
    private static void Check(double expected, double actual, double unit, string about) =>
        Assert.True(
            Math.Abs(actual - expected) <= 100 * unit * Math.Max(1, Math.Abs(expected)),
            $"{about}: {actual:R} instead of {expected:R}");

    private static double S(double x) => 1 / (1 + Math.Exp(-x));

    private static double S1(double x) => S(x) * S(-x);

    private static double S2(double x) => S1(x) * (S(-x) - S(x));

    private static double T1(double x) => Math.Abs(x) > 300 ? 0 : 1 / (Math.Cosh(x) * Math.Cosh(x));

    private static double Step(double x) => x > 0 ? 1 : 0;

    private static double E1(double x) => Math.Abs(x) < 1e-5 ? x + (x * x / 2) : Math.Exp(x) - 1;

    private static double Phi(double x) => 0.5 * SpecialFunctions.Erfc(-x / Math.Sqrt(2));

    private static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    private static double Swish1(double x) => S(x) + (x * S1(x));

    private static double Swish2(double x) => (2 * S1(x)) + (x * S2(x));

    private static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    private static double LogCosh(double x) => Math.Abs(x) + Math.Log(1 + Math.Exp(-2 * Math.Abs(x))) - Math.Log(2);

    private static double Mish(double x) => x * Math.Tanh(Softplus(x));

    private static double Mish1(double x) => Math.Tanh(Softplus(x)) + (x * S(x) * T1(Softplus(x)));

    private static double Mish2(double x) =>
        T1(Softplus(x)) * ((2 * S(x)) + (x * S1(x)) - (2 * x * S(x) * S(x) * Math.Tanh(Softplus(x))));
}
