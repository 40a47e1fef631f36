using System;
using System.Numerics;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>
/// The errors of the float functions, in units of the last place, on every 20,011th float. The bounds come from a scan of
/// every 7th float with fused multiply-add and every 13th without, in which the largest errors were 1.8 for most functions,
/// 2.8 for sigmoid and softplus and 6.3 for tanh and erf.
/// </summary>
[Trait("Category", "Numeric")]
public class VectorMathSingleTests
{
    private const uint Step = 20011;

    [Fact]
    public void Exp() => Check(VectorMath.Exp, Math.Exp, 2);

    [Fact]
    public void ExpMinusOne() => Check(VectorMath.ExpMinusOne, DecimalReference.ExpMinusOne, 2);

    [Fact]
    public void Log() => Check(VectorMath.Log, Math.Log, 2);

    [Fact]
    public void LogOnePlus() => Check(VectorMath.LogOnePlus, DecimalReference.LogOnePlus, 2);

    [Fact]
    public void Sine() => Check(VectorMath.Sine, Math.Sin, 2);

    [Fact]
    public void Cosine() => Check(VectorMath.Cosine, Math.Cos, 2);

    [Fact]
    public void Tanh() => Check(VectorMath.Tanh, Math.Tanh, 7);

    [Fact]
    public void Erf() => Check(VectorMath.Erf, DecimalReference.Erf, 7);

    // Below −88.72 the result is 0 instead of a subnormal number, as documented.
    [Fact]
    public void Sigmoid() => Check(VectorMath.Sigmoid, x => x < -88.72 ? 0 : 1 / (1 + Math.Exp(-x)), 3, absolute: 4 * Math.Pow(2, -24));

    [Fact]
    public void Softplus() =>
        Check(VectorMath.Softplus, x => Math.Max(x, 0) + DecimalReference.LogOnePlus(Math.Exp(-Math.Abs(x))), 3);

    [Theory]
    [InlineData(1.7)]
    [InlineData(3)]
    [InlineData(-2.5)]
    [InlineData(6)]
    [InlineData(-5)]
    [InlineData(0)]
    [InlineData(1e-3)]
    public void Power(double exponent) => Check(x => VectorMath.Power(x, exponent), x => Math.Pow(x, exponent), 2);

    [Fact]
    public void Sign() => Check(VectorMath.Sign, x => double.IsNaN(x) ? x : Math.Sign(x), 0.5);

    private static void Check(
        Func<Vector<float>, Vector<float>> function, Func<double, double> reference, double ulps, double absolute = double.PositiveInfinity)
    {
        var x = new float[(int)(uint.MaxValue / Step)];
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = BitConverter.UInt32BitsToSingle((uint)i * Step);
        }

        var y = Lanes.Apply(function, x);
        for (var i = 0; i < x.Length; i++)
        {
            var expected = reference(x[i]);
            var nearest = (float)expected;
            if (!float.IsFinite(nearest) || !float.IsFinite(y[i]))
            {
                Assert.True(nearest.Equals(y[i]), $"At {x[i]:R}: {y[i]:R} instead of {nearest:R}.");
                continue;
            }

            var unit = (double)MathF.BitIncrement(MathF.Abs(nearest)) - MathF.Abs(nearest);
            var error = Math.Abs(y[i] - expected);
            Assert.True(error <= ulps * unit && error <= absolute, $"At {x[i]:R}: {y[i]:R} instead of {expected:R}, {error / unit:F2} ulp.");
        }
    }
}
