using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;
using Xunit;
using static NetGen.Generator.Tests.Layers.Declare;

namespace NetGen.Generator.Tests.Reference;

/// <summary>Each loss as lowered against its formula, written out here a second time.</summary>
public sealed class LossLoweringTests
{
    private const double Tolerance = 1e-13;
    private const int Samples = 3;
    private static readonly double[] Weights = [1, 0.5, 0];

    /// <summary>Losses of one value each, and whether they sum over the values of a sample instead of averaging.</summary>
    private static readonly Dictionary<string, (LayerDeclaration Layer, bool Sum, Func<double, double, double> Formula)> Elementwise = new()
    {
        ["SquaredError"] = (Layer("SquaredError"), true, (x, t) => 0.5 * (x - t) * (x - t)),
        ["MeanSquaredError"] = (Layer("MeanSquaredError"), false, (x, t) => (x - t) * (x - t)),
        ["MeanAbsoluteError"] = (Layer("MeanAbsoluteError"), false, (x, t) => x > t ? x - t : t - x),
        ["Huber"] = (Layer("Huber"), false, (x, t) => Huber(x - t, 1)),
        ["Huber delta"] = (Layer("Huber", ("delta", 0.4)), false, (x, t) => Huber(x - t, 0.4)),
        ["BinaryCrossEntropy"] = (Layer("BinaryCrossEntropy"), false, (x, t) => -(t * Math.Log(Sigmoid(x))) - ((1 - t) * Math.Log(Sigmoid(-x)))),
        ["Loss"] = (
            Layer("Loss", ("method", "Own")).WithMethod(2, Functions.Abs(Functions.X(0) - (2 * Functions.X(1)))), false, (x, t) => Math.Abs(x - (2 * t))),
    };

    public static TheoryData<string> ElementwiseNames { get; } = new(Elementwise.Keys);

    [Theory]
    [MemberData(nameof(ElementwiseNames))]
    public void LossesOfSingleValues(string name)
    {
        var (layer, sum, formula) = Elementwise[name];
        var run = new ModelRun(Samples, Input(2, 2), Layer("Identity"), layer);
        var (x, t) = (run.Inputs[("input", InputRole.Data)], run.Inputs[("target", InputRole.Target)]);
        Check(run, sample => Enumerable.Range(4 * sample, 4).Sum(i => formula(x[i], t[i])) / (sum ? 1 : 4));
    }

    [Theory]
    [InlineData("SoftmaxCrossEntropy", 0)]
    [InlineData("SoftmaxCrossEntropy", 1)]
    [InlineData("SparsemaxLoss", 0)]
    [InlineData("SparsemaxLoss", 1)]
    public void LossesOfClasses(string kind, int targetKind)
    {
        const int classes = 4;
        var run = new ModelRun(Samples, Input(classes), Layer("Identity"), Layer(kind, ("TargetKind", targetKind)));
        var target = run.Inputs[("target", InputRole.Target)];
        var x = run.Inputs[("input", InputRole.Data)];
        Check(run, sample =>
        {
            var scores = x[(classes * sample)..(classes * (sample + 1))];
            var truth = targetKind == 0
                ? Enumerable.Range(0, classes).Select(k => k == (int)target[sample] ? 1.0 : 0).ToArray()
                : target[(classes * sample)..(classes * (sample + 1))];
            return kind == "SparsemaxLoss"
                ? Sparsemax(scores, truth)
                : truth.Zip(scores, (q, score) => q * Math.Log(scores.Sum(other => Math.Exp(other - score)))).Sum();
        });
    }

    [Theory]
    [InlineData(0, 2, 1e4, 9999.5, -1e4)]
    [InlineData(0, 0, 1e4, 9999.5, -1e4)]
    [InlineData(0, 0, 0, 0, 0)]
    public void TheSparsemaxLossKeepsItsDigitsFarOut(int targetKind, int target, double x0, double x1, double x2)
    {
        var run = new ModelRun(1, Input(3), Layer("Identity"), Layer("SparsemaxLoss", ("TargetKind", targetKind))).WithInput(x0, x1, x2).WithTarget(target);
        double[] shifted = [0, x1 - x0, x2 - x0];
        Assert.Equal(Sparsemax(shifted, [target == 0 ? 1 : 0, 0, target == 2 ? 1 : 0]), run.Loss(), precision: 10);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(88)]
    [InlineData(1e4)]
    public void BinaryCrossEntropyStaysFiniteFarOut(double x)
    {
        var run = new ModelRun(4, Input(1), Layer("Identity"), Layer("BinaryCrossEntropy")).WithInput(x, -x, x, -x).WithTarget(1, 0, 0, 1);
        var each = x == 0 ? new[] { Math.Log(2), Math.Log(2) } : [0, x];
        Assert.Equal((each[0] + each[1]) / 2, run.Loss(), precision: 12);
    }

    [Fact]
    public void SeveralLossesAddUpTimesTheirWeights()
    {
        var run = new ModelRun(
            Samples, Input(2), Layer("Identity"), Layer("MeanSquaredError", ("Weight", 0.25)), Layer("MeanAbsoluteError", ("Weight", -2), ("Target", "target")));
        Assert.Single(run.Model.Targets);
        var (x, t) = (run.Inputs[("input", InputRole.Data)], run.Inputs[("target", InputRole.Target)]);
        run.Inputs[("meanabsoluteerror1", InputRole.SampleScale)] = [0, 1, 0];
        var squares = x.Zip(t, (a, b) => (a - b) * (a - b)).Sum() / 2 / Samples;
        var distances = (Math.Abs(x[2] - t[2]) + Math.Abs(x[3] - t[3])) / 2;
        Assert.Equal((0.25 * squares) - (2 * distances), run.Loss(), precision: 13);
    }

    /// <summary>Sets unequal sample weights and compares the weighted mean.</summary>
    private static void Check(ModelRun run, Func<int, double> perSample)
    {
        run.Inputs[(run.Model.Losses[0].Name, InputRole.SampleScale)] = Weights.Select(weight => weight / Weights.Sum()).ToArray();
        var expected = Enumerable.Range(0, Samples).Sum(sample => Weights[sample] * perSample(sample)) / Weights.Sum();
        Agreement.Check([expected], [run.Loss()], Tolerance, run.Model.Losses[0].Kind);
        Agreement.Check([expected], run.Train()[("loss", ResultRole.Loss)], Tolerance, run.Model.Losses[0].Kind);
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double Huber(double d, double delta) => Math.Abs(d) < delta ? d * d / 2 : (delta * Math.Abs(d)) - (delta * delta / 2);

    /// <summary>max over p of p·x − ½‖p‖² in the simplex, which the projection attains, less the same at the target.</summary>
    private static double Sparsemax(double[] x, double[] q)
    {
        static double Value(double[] p, double[] x) => p.Zip(x, (a, b) => (a * b) - (0.5 * a * a)).Sum();
        return Value(Simplex.Project(x), x) - Value(q, x);
    }
}
