using System;
using System.Collections.Generic;
using System.Numerics;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>The relative errors of the double functions, over each function's range and over all magnitudes.</summary>
[Trait("Category", "Numeric")]
public class VectorMathDoubleTests
{
    private const double Tolerance = 1e-14;

    [Fact]
    public void Exp() => Check(VectorMath.Exp, Math.Exp, -745, 709);

    [Fact]
    public void ExpMinusOne() => Check(VectorMath.ExpMinusOne, DecimalReference.ExpMinusOne, -5, 5);

    [Fact]
    public void Log() => Check(VectorMath.Log, Math.Log, 0, 10);

    [Fact]
    public void LogOnePlus() => Check(VectorMath.LogOnePlus, DecimalReference.LogOnePlus, -0.999, 3);

    [Fact]
    public void Sine() => Check(VectorMath.Sine, Math.Sin, -1000, 1000);

    [Fact]
    public void Cosine() => Check(VectorMath.Cosine, Math.Cos, -1000, 1000);

    [Fact]
    public void Tanh() => Check(VectorMath.Tanh, Math.Tanh, -22, 22);

    [Fact]
    public void Erf() => Check(VectorMath.Erf, DecimalReference.Erf, -6.5, 6.5);

    [Fact]
    public void Sigmoid() => Check(VectorMath.Sigmoid, x => x < -709.78 ? 0 : 1 / (1 + Math.Exp(-x)), -50, 50);

    [Fact]
    public void Softplus() =>
        Check(VectorMath.Softplus, x => Math.Max(x, 0) + DecimalReference.LogOnePlus(Math.Exp(-Math.Abs(x))), -50, 50);

    [Theory]
    [InlineData(1.7)]
    [InlineData(3)]
    [InlineData(-2.5)]
    [InlineData(100)]
    [InlineData(-37)]
    [InlineData(0)]
    [InlineData(1e-3)]
    [InlineData(1e300)]
    public void Power(double exponent) => Check(x => VectorMath.Power(x, exponent), x => Math.Pow(x, exponent), 0, 3);

    [Fact]
    public void Sign() => Check(VectorMath.Sign, x => double.IsNaN(x) ? x : Math.Sign(x), -1, 1);

    /// <summary>
    /// Neighbouring points 2⁻⁴⁰ apart: the slope between them is that of the function, so no seam between two formulas
    /// can spoil a difference quotient.
    /// </summary>
    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(0.5)]
    public void ErfHasNoSeam(double x)
    {
        var h = Math.ScaleB(1, -40);
        var y = Lanes.Apply(VectorMath.Erf, [x - h, x, x + h]);
        var rise = 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * h;
        Assert.InRange(y[1] - y[0], rise - 4e-16, rise + 4e-16);
        Assert.InRange(y[2] - y[1], rise - 4e-16, rise + 4e-16);
    }

    private static void Check(Func<Vector<double>, Vector<double>> function, Func<double, double> reference, double low, double high)
    {
        var x = Points(low, high);
        var y = Lanes.Apply(function, x);
        for (var i = 0; i < x.Count; i++)
        {
            var expected = reference(x[i]);
            if (!double.IsFinite(expected) || !double.IsFinite(y[i]))
            {
                Assert.True(expected.Equals(y[i]), $"At {x[i]:R}: {y[i]:R} instead of {expected:R}.");
                continue;
            }

            // Two subnormal numbers may differ by one step however small the relative error was before rounding.
            var error = Math.Abs(y[i] - expected);
            Assert.True(
                error <= (Tolerance * Math.Abs(expected)) + double.Epsilon,
                $"At {x[i]:R}: {y[i]:R} instead of {expected:R}, {error / Math.Abs(expected):E2} relative.");
        }
    }

    private static List<double> Points(double low, double high)
    {
        var random = new Random(17);
        List<double> points =
        [
            0, -0.0, 1, -1, double.Epsilon, -double.Epsilon, 1e-310, 1e-30, -1e-30, 1e-16, double.MaxValue, double.MinValue,
            double.PositiveInfinity, double.NegativeInfinity, double.NaN,
        ];
        for (var i = 0; i < 30000; i++)
        {
            points.Add(low + ((high - low) * random.NextDouble()));
            points.Add(Math.ScaleB(random.NextDouble() - 0.5, random.Next(-1040, 1020)));
            points.Add(Math.ScaleB(random.NextDouble() - 0.5, random.Next(-60, 11)));
        }

        return points;
    }
}
