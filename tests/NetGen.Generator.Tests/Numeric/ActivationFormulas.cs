using System;
using System.Collections.Generic;
using MathNet.Numerics;

namespace NetGen.Generator.Tests.Numeric;

/// <summary>
/// Each element-wise activation and its derivative in double precision, in a form that loses no digits anywhere: written by
/// hand, without the compiler's formulas. At a kink the derivative is that of PyTorch: from the
/// left where a condition decides, the mean of both sides where two numbers are equal of which the greater counts.
/// </summary>
internal static class ActivationFormulas
{
    /// <summary>By the names of the table. The derivative is null where the function has none.</summary>
    public static IReadOnlyDictionary<string, (Func<double, double> Value, Func<double, double>? Derivative)> All { get; } =
        new Dictionary<string, (Func<double, double>, Func<double, double>?)>
        {
            ["Identity"] = (x => x, _ => 1),
            ["Threshold"] = (x => x > 0 ? 1 : 0, null),
            ["Sigmoid"] = (Sigmoid, SigmoidSlope),
            ["Tanh"] = (Math.Tanh, TanhSlope),
            ["ReLU"] = (x => Math.Max(x, 0), x => x > 0 ? 1 : 0),
            ["LeakyReLU"] = (x => x > 0 ? x : 0.01 * x, x => x > 0 ? 1 : 0.01),
            ["SteepLeakyReLU"] = (x => x > 0 ? x : -0.4 * x, x => x > 0 ? 1 : -0.4),
            ["PReLU"] = (x => x > 0 ? x : 0.25 * x, x => x > 0 ? 1 : 0.25),
            ["ELU"] = (x => x > 0 ? x : ExpMinusOne(x), x => x > 0 ? 1 : Math.Exp(x)),
            ["WideELU"] = (x => x > 0 ? x : 1.7 * ExpMinusOne(x), x => x > 0 ? 1 : 1.7 * Math.Exp(x)),
            ["SELU"] = (x => Scale * (x > 0 ? x : Alpha * ExpMinusOne(x)), x => Scale * (x > 0 ? 1 : Alpha * Math.Exp(x))),
            ["GELU"] = (x => x * Normal(x), x => Normal(x) + (x * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI))),
            ["SiLU"] = (x => x * Sigmoid(x), SwishSlope),
            ["Softplus"] = (Softplus, Sigmoid),
            ["SharpSoftplus"] = (x => Softplus(3 * x) / 3, x => Sigmoid(3 * x)),
            ["HardSigmoid"] = (x => Math.Clamp((x / 6) + 0.5, 0, 1), x => Math.Abs(x) < 3 ? 1.0 / 6 : 0),
            ["HardSwish"] = (x => x * Math.Clamp((x / 6) + 0.5, 0, 1), x => Math.Abs(x) < 3 ? (x / 3) + 0.5 : x > 0 ? 1 : 0),
            ["Swish"] = (x => x * Sigmoid(x), SwishSlope),
            ["Mish"] = (x => x * Math.Tanh(Softplus(x)), x => Math.Tanh(Softplus(x)) + (x * TanhSlope(Softplus(x)) * Sigmoid(x))),
            ["NaiveSoftplus"] = (Softplus, Sigmoid),
            ["NaiveTanh"] = (Math.Tanh, TanhSlope),
            ["NaiveLogistic"] = (Sigmoid, SigmoidSlope),
            ["Wave"] = (
                x => (Math.Sin(3 * x) * Math.Cos(x)) + (x * x * x) - Math.Sqrt(1 + (x * x)),
                x => (3 * Math.Cos(3 * x) * Math.Cos(x)) - (Math.Sin(3 * x) * Math.Sin(x)) + (3 * x * x) - (x / Math.Sqrt(1 + (x * x)))),
            ["Pieces"] = (
                x => Math.Abs(x) > 1 ? Math.Abs(x) : x > 0 ? Math.Min(x, 0.5) / 2 : -0.25 * x,
                x => Math.Abs(x) > 1 ? Math.Sign(x) : x >= 0.5 ? 0 : x > 0 ? 0.5 : x < 0 ? -0.25 : 0.125),
        };

    // Klambauer and others, "Self-normalizing neural networks", 2017.
    private const double Scale = 1.0507009873554804934193349852946;
    private const double Alpha = 1.6732632423543772848170429916717;

    public static double Sigmoid(double x) => x > 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    public static double SigmoidSlope(double x) => Sigmoid(x) * Sigmoid(-x);

    public static double Softplus(double x) => Math.Max(x, 0) + LogOnePlus(Math.Exp(-Math.Abs(x)));

    private static double SwishSlope(double x) => Sigmoid(x) * (1 + (x * Sigmoid(-x)));

    private static double TanhSlope(double x) => 4 * SigmoidSlope(2 * x);

    /// <summary>The distribution function of N(0, 1).</summary>
    private static double Normal(double x) => SpecialFunctions.Erfc(-x / Math.Sqrt(2)) / 2;

    // Kahan's corrections: the error of 1 + x is made twice and cancels.
    private static double LogOnePlus(double x) => 1 + x == 1 ? x : Math.Log(1 + x) * x / (1 + x - 1);

    private static double ExpMinusOne(double x)
    {
        var exponential = Math.Exp(x);
        return exponential == 1 ? x : exponential - 1 == -1 ? -1 : (exponential - 1) * x / Math.Log(exponential);
    }
}
