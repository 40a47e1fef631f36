using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Testing.Reference;
using Xunit;
using static NetGen.Generator.Tests.Layers.Declare;

namespace NetGen.Generator.Tests.Reference;

/// <summary>Dense, combining, reshaping and random layers as lowered against loops written out here.</summary>
public sealed class StructureLoweringTests
{
    private const double Tolerance = 1e-14;

    [Fact]
    public void DenseWorksOnTheLastAxis()
    {
        var run = new ModelRun(2, Input(3, 4), Dense(5));
        Agreement.Check(Product(run, "dense1", 4, 5, bias: true), run.Output(), Tolerance, "Dense");
        Assert.Equal(new Shape(3, 5), run.Model.Outputs[0].Shape);
        Assert.Equal(new Shape(5, 4), run.Model.Parameters[0].Shape);
        Assert.Equal(3 * 4 * 5, run.Model.Layers[1].MultiplyAdds);
        Assert.Equal(25, run.Model.Layers[1].ParameterCount);
    }

    [Fact]
    public void DenseMayHaveNoBias()
    {
        var run = new ModelRun(3, Input(4), Dense(2, ("Bias", false)));
        Assert.Single(run.Model.Parameters);
        Agreement.Check(Product(run, "dense1", 4, 2, bias: false), run.Output(), Tolerance, "Dense");
    }

    [Fact]
    public void TiedWeightsAreOneParameter()
    {
        var run = new ModelRun(1, Input(2), Dense(3, ("Name", "encoder"), ("Bias", false)), Dense(2, ("TiedTo", "encoder"), ("Transposed", true)));
        Assert.Equal(["encoder.weight", "dense1.bias"], run.Model.Parameters.Select(parameter => parameter.Name));
        var (w, b) = (run.Parameters["encoder.weight"], run.Parameters["dense1.bias"]);
        var x = run.Inputs[("input", InputRole.Data)];
        var h = Enumerable.Range(0, 3).Select(o => (x[0] * w[2 * o]) + (x[1] * w[(2 * o) + 1])).ToArray();
        var y = Enumerable.Range(0, 2).Select(i => Enumerable.Range(0, 3).Sum(o => h[o] * w[(2 * o) + i]) + b[i]);
        Agreement.Check(y.ToArray(), run.Output(), Tolerance, "tied Dense");
    }

    [Fact]
    public void CombinationsTakeTheLayerBeforeAndTheNamedOnes()
    {
        var run = new ModelRun(
            2,
            Layer("Input", ("shape", new[] { 2 }), ("Name", "a")),
            Layer("Input", ("shape", new[] { 2 }), ("Name", "b")),
            Layer("Add", ("names", "a"), ("Name", "sum")),
            Layer("Multiply", ("names", "a"), ("From", "sum"), ("Name", "product")),
            Layer("Add", ("names", new[] { "a", "b", "b" }), ("Name", "three")),
            Layer("Multiply", ("names", new[] { "a", "b" }), ("From", "three"), ("Name", "all")),
            Layer("Output", ("From", "sum")),
            Layer("Output", ("From", "product")),
            Layer("Output", ("From", "three")),
            Layer("Output", ("From", "all")));
        var (a, b) = (run.Inputs[("a", InputRole.Data)], run.Inputs[("b", InputRole.Data)]);
        var results = run.Predict();
        void Check(string name, Func<double, double, double> formula) =>
            Agreement.Check(a.Zip(b, formula).ToArray(), results[(name, ResultRole.Output)], Tolerance, name);
        Check("sum", (x, y) => x + y);
        Check("product", (x, y) => (x + y) * x);
        Check("three", (x, y) => x + y + y);
        Check("all", (x, y) => (x + y + y) * x * y);
    }

    [Theory]
    [InlineData(0, new double[] { 1, 2, 3, 4, 5, 6, 7, 8 })]
    [InlineData(1, new double[] { 1, 2, 5, 6, 3, 4, 7, 8 })]
    [InlineData(-1, new double[] { 1, 2, 5, 6, 3, 4, 7, 8 })]
    public void ConcatJoinsAlongItsAxis(int axis, double[] expected)
    {
        var run = new ModelRun(
            1,
            Layer("Input", ("shape", new[] { 2, 2 }), ("Name", "a")),
            Layer("Input", ("shape", new[] { 2, 2 }), ("Name", "b")),
            Layer("Concat", ("names", new[] { "a", "b" }), ("Axis", axis)));
        run.Inputs[("a", InputRole.Data)] = [1, 2, 3, 4];
        run.Inputs[("b", InputRole.Data)] = [5, 6, 7, 8];
        Assert.Equal(expected, run.Output());
    }

    [Fact]
    public void ReshapingKeepsTheOrder()
    {
        var run = new ModelRun(2, Input(2, 6), Layer("Reshape", ("shape", new[] { 3, -1, 2 })), Layer("Flatten"));
        Assert.Equal([new Shape(2, 6), new Shape(3, 2, 2), new Shape(12)], run.Model.Layers.Select(layer => layer.Shape));
        Assert.Equal(run.Inputs[("input", InputRole.Data)], run.Output());
    }

    [Fact]
    public void DropoutZeroesAndScalesWhileTraining()
    {
        var run = new ModelRun(Declared("Dropout", ("rate", 0.2)), 2, seed: 3) { Random = new FixedNumbers(1, 0, 0, 1) };
        var x = run.Inputs[("input", InputRole.Data)];
        Assert.Equal(x, run.Output());
        Agreement.Check([x[0] / 0.8, 0, 0, x[3] / 0.8], run.Train()[("output", ResultRole.Output)], Tolerance, "Dropout");
    }

    [Fact]
    public void NoiseIsAddedWhileTraining()
    {
        var run = new ModelRun(Declared("GaussianNoise", ("deviation", 0.5)), 2, seed: 3) { Random = new FixedNumbers(1, -2, 0, 4) };
        var x = run.Inputs[("input", InputRole.Data)];
        Assert.Equal(x, run.Output());
        Agreement.Check([x[0] + 0.5, x[1] - 1, x[2], x[3] + 2], run.Train()[("output", ResultRole.Output)], Tolerance, "GaussianNoise");
    }

    [Fact]
    public void RandomStreamsAreThoseOfTheLayersPlace()
    {
        var numbers = new FixedNumbers(0, 0, 0, 0);
        new ModelRun(Model(Input(2), Layer("Dropout", ("rate", 0)), Layer("GaussianNoise", ("deviation", 1)), Layer("Dropout", ("rate", 0.1))), 2, seed: 3)
        {
            Random = numbers,
        }.Train();
        Assert.Equal([new RandomOperation(RandomKind.Normal, 32, 0), new RandomOperation(RandomKind.Bernoulli, 48, 0.9)], numbers.Asked);
    }

    private static Generator.Layers.NetworkModel Declared(string kind, params (string, object?)[] arguments) =>
        Model(Input(2), Layer(kind, arguments));

    private static double[] Product(ModelRun run, string layer, int inputs, int units, bool bias)
    {
        var (x, w) = (run.Inputs[("input", InputRole.Data)], run.Parameters[layer + ".weight"]);
        var y = new double[x.Length / inputs * units];
        for (var place = 0; place < y.Length; place++)
        {
            var (row, unit) = (place / units, place % units);
            y[place] = bias ? run.Parameters[layer + ".bias"][unit] : 0;
            for (var i = 0; i < inputs; i++)
            {
                y[place] += w[(unit * inputs) + i] * x[(row * inputs) + i];
            }
        }

        return y;
    }

    private sealed class FixedNumbers(params double[] numbers) : IRandomNumbers
    {
        public List<RandomOperation> Asked { get; } = [];

        public double[] Draw(RandomOperation operation, int samples, int elementsPerSample)
        {
            Asked.Add(operation);
            Assert.Equal(numbers.Length, samples * elementsPerSample);
            return numbers;
        }
    }
}
