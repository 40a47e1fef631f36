using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics.Distributions;
using NetGen.Generator.Declarations;
using NetGen.Generator.Expressions;
using Xunit;
using static NetGen.Generator.Tests.Layers.Declare;

namespace NetGen.Generator.Tests.Reference;

/// <summary>Each activation as lowered against its formula, written out here a second time and in another way.</summary>
public sealed class ActivationLoweringTests
{
    private const double Tolerance = 1e-14;

    private static readonly double[] Points = [0, 1e-30, -1e-30, 0.3, -0.3, 1, -1, 2.5, -2.5, 3, -3, 3.5, -3.5, 20, -20];

    private static readonly Dictionary<string, (LayerDeclaration Layer, Func<double, double> Formula)> Elementwise = new()
    {
        ["Identity"] = (Layer("Identity"), x => x),
        ["Threshold"] = (Layer("Threshold"), x => x > 0 ? 1 : 0),
        ["Sigmoid"] = (Layer("Sigmoid"), x => 0.5 * (1 + Math.Tanh(x / 2))),
        ["Tanh"] = (Layer("Tanh"), x => 1 - (2 / (Math.Exp(2 * x) + 1))),
        ["ReLU"] = (Layer("ReLU"), x => x < 0 ? 0 : x),
        ["LeakyReLU"] = (Layer("LeakyReLU"), x => x < 0 ? 0.01 * x : x),
        ["LeakyReLU slope"] = (Layer("LeakyReLU", ("slope", 0.2)), x => x < 0 ? 0.2 * x : x),
        ["ELU"] = (Layer("ELU"), x => x < 0 ? Math.Exp(x) - 1 : x),
        ["ELU alpha"] = (Layer("ELU", ("alpha", 0.3)), x => x < 0 ? 0.3 * (Math.Exp(x) - 1) : x),
        ["SELU"] = (Layer("SELU"), x => 1.0507009873554805 * (x < 0 ? 1.6732632423543772 * (Math.Exp(x) - 1) : x)),
        ["GELU"] = (Layer("GELU"), x => x * Normal.CDF(0, 1, x)),
        ["SiLU"] = (Layer("SiLU"), x => x / (1 + Math.Exp(-x))),
        ["Softplus"] = (Layer("Softplus"), x => Math.Log(1 + Math.Exp(x))),
        ["Softplus beta"] = (Layer("Softplus", ("beta", 3)), x => Math.Log(1 + Math.Exp(3 * x)) / 3),
        ["HardSigmoid"] = (Layer("HardSigmoid"), x => Math.Clamp(x + 3, 0, 6) / 6),
        ["HardSwish"] = (Layer("HardSwish"), x => x * Math.Clamp(x + 3, 0, 6) / 6),
        ["Activation"] = (Layer("Activation", ("method", "Cube")).WithMethod(1, Functions.Pow(Functions.X(), 3)), x => x * x * x),
    };

    public static TheoryData<string> ElementwiseNames { get; } = new(Elementwise.Keys);

    [Theory]
    [MemberData(nameof(ElementwiseNames))]
    public void ElementwiseActivations(string name)
    {
        var (layer, formula) = Elementwise[name];
        var output = new ModelRun(Points.Length, Input(1), layer).WithInput(Points).Output();
        Agreement.Check(Points.Select(formula).ToArray(), output, Tolerance, name);
    }

    [Fact]
    public void ParametricReLUHasOneSlopeOrOneForEachIndexOfTheFirstAxis()
    {
        var run = new ModelRun(2, Input(2, 3), Layer("PReLU"), Layer("PReLU", ("slopes", 2)));
        double shared = run.Parameters["prelu1.weight"].Single();
        var own = run.Parameters["prelu2.weight"];
        var expected = run.Inputs[("input", Generator.Graph.InputRole.Data)].Select((x, place) =>
        {
            var first = x > 0 ? x : shared * x;
            return first > 0 ? first : own[place / 3 % 2] * first;
        });
        Agreement.Check(expected.ToArray(), run.Output(), Tolerance, "PReLU");
        Assert.Equal(("Constant", 0.25), (run.Model.Parameters[0].Initializer.Kind, run.Model.Parameters[0].Initializer.Value));
    }

    [Fact]
    public void MaxoutTakesTheGreatestOfConsecutiveValues() =>
        Assert.Equal(
            [3, 7, 0, -1],
            new ModelRun(2, Input(2, 3), Layer("Maxout", ("pieces", 3))).WithInput(1, 3, 2, 7, -9, 7, -5, 0, -2, -3, -2, -1).Output());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(-1)]
    public void SoftmaxFamilyOverOneAxis(int axis)
    {
        CheckAxis("Softmax", axis, line => line.Select(x => 1 / line.Sum(other => Math.Exp(other - x))));
        CheckAxis("LogSoftmax", axis, line => line.Select(x => -Math.Log(line.Sum(other => Math.Exp(other - x)))));
        CheckAxis("Sparsemax", axis, Simplex.Project);
    }

    [Fact]
    public void SoftmaxFamilyStaysFiniteFarOut()
    {
        double[] x = [1e4, 0, -1e4];
        Assert.Equal([1, 0, 0], new ModelRun(1, Input(3), Layer("Softmax")).WithInput(x).Output());
        Assert.Equal([0, -1e4, -2e4], new ModelRun(1, Input(3), Layer("LogSoftmax")).WithInput(x).Output());
        Assert.Equal([1, 0, 0], new ModelRun(1, Input(3), Layer("Sparsemax")).WithInput(x).Output());

        // One is less than the distance of neighbouring numbers there.
        Assert.All(new ModelRun(1, Input(3), Layer("Sparsemax")).WithInput(4e16, 0, -4e16).Output(), part => Assert.InRange(part, 0, 1));
    }

    private static void CheckAxis(string kind, int axis, Func<double[], IEnumerable<double>> formula)
    {
        int[] sizes = [2, 3, 4];
        var run = new ModelRun(2, Input(sizes), Layer(kind, ("Axis", axis)));
        var x = run.Inputs[("input", Generator.Graph.InputRole.Data)];
        var expected = new double[x.Length];
        var normal = axis < 0 ? axis + 3 : axis;
        var stride = sizes.Skip(normal + 1).Aggregate(1, (product, size) => product * size);
        for (var first = 0; first < x.Length; first++)
        {
            if (first / stride % sizes[normal] == 0)
            {
                var places = Enumerable.Range(0, sizes[normal]).Select(i => first + (i * stride)).ToArray();
                var line = formula(places.Select(place => x[place]).ToArray()).ToArray();
                for (var i = 0; i < places.Length; i++)
                {
                    expected[places[i]] = line[i];
                }
            }
        }

        Agreement.Check(expected, run.Output(), Tolerance, $"{kind} over axis {axis}");
    }
}
