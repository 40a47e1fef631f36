using System;
using System.Linq;
using NetGen.Generator.Tests.Numeric.Networks;
using NetGen.Testing.Numbers;
using Xunit;

namespace NetGen.Generator.Tests.Numeric;

/// <summary>
/// Activations and their derivatives through the emitted code where naive formulas fail: at 0, next to it, where an
/// exponential overflows, and far out. Next to 0 what counts is the error relative to the result; elsewhere relative to the
/// greater of the result and 1, the scale on which activations saturate.
/// </summary>
[Trait("Category", "Numeric")]
public sealed class ExtremeValueTests
{
    private static readonly double[] Points = [0, 1e-30, -1e-30, 88, -88, 1e4, -1e4, 0.25, -0.25, 0.75, -0.75, 2, -2, 10, -10, 30, -30, 100, -100];

    public static TheoryData<string, Precision> Elementwise
    {
        get
        {
            var data = new TheoryData<string, Precision>();
            foreach (var name in ActivationNetworks.Elementwise.Keys)
            {
                data.Add(name, Precision.Single);
                data.Add(name, Precision.Double);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Elementwise))]
    public void ElementwiseActivations(string name, Precision precision)
    {
        var (value, derivative) = ActivationFormulas.All[name];
        var run = Create(name + "Alone", precision);
        foreach (var slope in run.Instance.Parameters.Views())
        {
            slope[0] = 0.25;
        }

        foreach (var column in run.Batch.Columns)
        {
            Columns.Write(column, [.. Enumerable.Range(0, column.Count * column.Description.Size).Select(i => Points[i % Points.Length])]);
        }

        Columns.Fill(run.Upstream, 1);
        var predictions = run.Predict();
        Check(run, predictions, value, name);
        if (derivative is not null)
        {
            Check(run, run.Forward(), value, name);
            Check(run, run.Backward().Inputs, derivative, $"derivative of {name}");
        }
    }

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void SoftmaxOfTwo(Precision precision) => CheckPair(
        "SoftmaxSizes", precision, x => (ActivationFormulas.Sigmoid(x), ActivationFormulas.Sigmoid(-x)), ActivationFormulas.SigmoidSlope);

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void LogSoftmaxOfTwo(Precision precision) => CheckPair(
        "LogSoftmaxSizes", precision, x => (-ActivationFormulas.Softplus(-x), -ActivationFormulas.Softplus(x)), x => ActivationFormulas.Sigmoid(-x));

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void SparsemaxOfTwo(Precision precision) => CheckPair(
        "SparsemaxSizes", precision, x => (Math.Clamp((x + 1) / 2, 0, 1), Math.Clamp((1 - x) / 2, 0, 1)), x => Math.Abs(x) < 1 ? 0.5 : 0);

    /// <summary>Equals go to the first.</summary>
    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void MaxoutOfTwo(Precision precision)
    {
        var run = Create("MaxoutSizes", precision);
        Columns.Fill(run.Batch, 0);
        Columns.Fill(run.Upstream, 1);
        for (var i = 0; i < Points.Length; i++)
        {
            Columns.Write(run.Batch["x0"], 2 * i, Points[i]);
        }

        var outputs = run.Forward()["y0"];
        var gradients = run.Backward().Inputs["x0"];
        for (var i = 0; i < Points.Length; i++)
        {
            var x = Rounded(Points[i], precision);
            Assert.Equal((Math.Max(x, 0), x >= 0 ? 1 : 0, x >= 0 ? 0 : 1), (outputs[i], gradients[2 * i], gradients[(2 * i) + 1]));
        }
    }

    /// <summary>A function of the pair (x, 0), and the derivative of its first element with respect to x, which is less that with respect to 0.</summary>
    private static void CheckPair(string name, Precision precision, Func<double, (double First, double Second)> value, Func<double, double> slope)
    {
        var run = Create(name, precision);
        Columns.Fill(run.Batch, 0);
        Columns.Fill(run.Upstream, 0);
        for (var i = 0; i < Points.Length; i++)
        {
            Columns.Write(run.Batch["x1"], 2 * i, Points[i]);
            Columns.Write(run.Upstream["y1"], 2 * i, 1);
        }

        var outputs = run.Forward()["y1"];
        var gradients = run.Backward().Inputs["x1"];
        for (var i = 0; i < Points.Length; i++)
        {
            var x = Rounded(Points[i], precision);
            CheckOne(value(x).First, outputs[2 * i], x, precision, name);
            CheckOne(value(x).Second, outputs[(2 * i) + 1], x, precision, name);
            CheckOne(slope(x), gradients[2 * i], x, precision, "derivative of " + name);
            CheckOne(-slope(x), gradients[(2 * i) + 1], x, precision, "derivative of " + name);
        }
    }

    private static NetworkRun Create(string name, Precision precision)
    {
        var network = CompiledNetworks.Get(name, precision);
        return network.Run(new TestNumbers(network.Model, Points.Length, seed: 1, weighted: false));
    }

    private static void Check(
        NetworkRun run, System.Collections.Generic.IReadOnlyDictionary<string, double[]> columns, Func<double, double> formula, string what)
    {
        var precision = run.Instance.Description.ElementType == ElementType.Float32 ? Precision.Single : Precision.Double;
        foreach (var numbers in columns.Values)
        {
            for (var i = 0; i < numbers.Length; i++)
            {
                var x = Rounded(Points[i % Points.Length], precision);
                CheckOne(formula(x), numbers[i], x, precision, what);
            }
        }
    }

    /// <summary>Sixteen roundings are a composition of four functions; the references have as many in double precision themselves.</summary>
    private static void CheckOne(double expected, double actual, double x, Precision precision, string what)
    {
        var tolerance = precision == Precision.Single ? 16.0 / (1 << 24) : 32.0 / (1L << 53);
        var scale = Math.Abs(x) < 1e-20 ? Math.Abs(expected) : Math.Max(1, Math.Abs(expected));
        Assert.True(
            Math.Abs(actual - expected) <= tolerance * scale,
            FormattableString.Invariant($"{what} at {x:G9} in {precision} precision: expected {expected:G17}, got {actual:G17}."));
    }

    private static double Rounded(double x, Precision precision) => precision == Precision.Single ? (float)x : x;
}
