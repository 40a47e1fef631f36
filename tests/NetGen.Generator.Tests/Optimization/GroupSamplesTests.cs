using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Graph;
using NetGen.Generator.Optimization;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Layers;
using NetGen.Generator.Tests.Numeric;
using NetGen.Generator.Tests.Numeric.Networks;
using Xunit;

namespace NetGen.Generator.Tests.Optimization;

/// <summary>Which networks get samples in their lanes and where samples come one after the other again. What is computed then, the numeric tests compare.</summary>
public sealed class GroupSamplesTests
{
    private static readonly LayerDeclaration[] s_narrow =
    [
        Declare.Input(1, 12, 12), Declare.Layer("Conv2D", ("filters", 6), ("kernel", 3), ("Padding", 1)), Declare.Layer("ReLU"), Declare.Layer("MaxPool2D", ("kernel", 2)),
        Declare.Layer("Conv2D", ("filters", 5), ("kernel", 3)), Declare.Layer("ReLU"), Declare.Layer("Flatten"), Declare.Dense(10), Declare.Layer("SoftmaxCrossEntropy"),
    ];

    [Fact]
    public void NarrowConvolutionsHaveSamplesInTheirLanes()
    {
        var graph = Passes.Run(Declare.Model(s_narrow).Prediction);

        Assert.All(Convolutions(graph), value => Assert.True(value.Type.Grouped));
        Assert.Equal(2, Convolutions(graph).Length);

        // From the image on until the dense layer.
        Assert.Single(graph.Values, value => value.Operation is GroupOperation);
        Assert.Single(graph.Values, value => value.Operation is UngroupOperation);
        Assert.False(graph.Results.Single(result => result.Role == ResultRole.Output).Value.Type.Grouped);
    }

    [Theory]
    [InlineData(32, 12)]
    [InlineData(16, 12)]
    [InlineData(6, 200)]
    public void ChannelsThatFillVectorsAndImagesThatFillCachesStay(int filters, int side)
    {
        var graph = Passes.Run(Declare.Model(
            Declare.Input(1, side, side), Declare.Layer("Conv2D", ("filters", filters), ("kernel", 3)), Declare.Layer("Flatten"), Declare.Dense(2)).Prediction);

        Assert.DoesNotContain(graph.Values, value => value.Type.Grouped);
    }

    /// <summary>Dense layers that leave lanes empty, and so few multiplications that these are not what takes the time.</summary>
    [Theory]
    [InlineData(4, 16, 3, true)]
    [InlineData(8, 8, 1, true)]
    [InlineData(2, 3, 1, true)]
    [InlineData(20, 20, 20, false)]
    [InlineData(8, 16, 8, false)]
    [InlineData(60, 20, 5, false)]
    public void VerySmallNetworksHaveSamplesInTheLanesOfAllLayers(int inputs, int hidden, int outputs, bool grouped)
    {
        var model = Declare.Model(Declare.Input(inputs), Declare.Dense(hidden), Declare.Layer("Tanh"), Declare.Dense(outputs), Declare.Layer("Output"), Declare.Layer("MeanSquaredError"));
        var graph = Passes.Run(GradientGraphs.LossAndGradient(model));
        var contractions = graph.Values.Where(value => value.Operation is ContractOperation).ToArray();

        Assert.Equal(5, contractions.Length);
        Assert.All(contractions, value => Assert.Equal(grouped, value.Operands.Any(operand => operand.Type.Grouped)));
    }

    /// <summary>A class, its weight and the gradient made of them are moved into groups as single numbers, not as a row for each sample.</summary>
    [Fact]
    public void OfAVerySmallClassifierOnlyTheInputIsTransposed()
    {
        var graph = Passes.Run(GradientGraphs.LossAndGradient(Declare.Model(
            Declare.Input(4), Declare.Dense(16), Declare.Layer("Tanh"), Declare.Dense(3), Declare.Layer("SoftmaxCrossEntropy"))));
        var groups = graph.Values.Where(value => value.Operation is GroupOperation).ToArray();

        Assert.Equal(["float[*/16, 4, 16]", "float[*/16, 16]", "float[*/16, 16]"], groups.Select(value => value.Type.ToString()).OrderByDescending(type => type.Length));

        // All that is summed over the samples, but for the loss.
        var sums = graph.Values.Where(value => !value.Batched && value.Operands.Any(operand => operand.Batched)).ToArray();
        Assert.Equal(5, sums.Length);
        Assert.Single(sums, value => value.Operands.Any(operand => !operand.Type.Grouped));
    }

    /// <summary>Weights of one panel are read, and their gradients written, as they lie.</summary>
    [Fact]
    public void WeightsOfOnePanelAreNotCopied()
    {
        var plan = NetworkPlan.Of(Declare.Model(Declare.Input(4), Declare.Dense(16), Declare.Layer("Tanh"), Declare.Dense(3), Declare.Layer("SoftmaxCrossEntropy")));

        Assert.DoesNotContain(plan.Training!.Kernels, kernel => kernel is CopyKernel);
        Assert.Equal(2, plan.Training.Kernels.OfType<ContractKernel>().Count(kernel => kernel.Form.SumsLanes));
    }

    [Fact]
    public void BothFormsAreAmongTheNetworksThatAreCompared()
    {
        var models = NetworkTable.All.Keys.Select(name => CompiledNetworks.Get(name, Precision.Single).Model).Where(model => !model.Prediction.Values.Any(value => value.Operation is UnfoldOperation)).ToArray();
        var grouped = models.Count(model => GroupChoice.Of(model.Prediction) == GroupForm.All);

        Assert.InRange(grouped, models.Length / 8, models.Length * 7 / 8);
    }

    [Fact]
    public void OneSampleAloneHasNoGroup()
    {
        var plan = NetworkPlan.Of(Declare.Model(s_narrow));

        Assert.True(plan.Prediction.HasGroups);
        Assert.True(plan.Training!.HasGroups);
        Assert.False(plan.Sample!.HasGroups);
        Assert.Equal((16, 4), (plan.Prediction.SampleUnit, plan.Sample.SampleUnit));
    }

    /// <summary>Lanes without a sample hold copies on the way forward and zeros on the way back, so that they do not count in a sum over the samples.</summary>
    [Fact]
    public void GradientsAreZeroWhereThereIsNoSample()
    {
        var graph = Passes.Run(GradientGraphs.LossAndGradient(Declare.Model(s_narrow)));
        var groups = graph.Values.Where(value => value.Operation is GroupOperation).Select(value => ((GroupOperation)value.Operation).ZeroRest).ToArray();

        Assert.Equal([false, true], groups);
        Assert.Equal(2, graph.Values.Count(value => value.Operation is ContractOperation && value.Operands.All(operand => operand.Type.Grouped)));
    }

    /// <summary>A batch normalisation sums what is no gradient: over the samples one after the other.</summary>
    [Fact]
    public void SumsOfWhatIsNotZeroThereAreTakenOverTheSamples()
    {
        var graph = Passes.Run(GradientGraphs.LossAndGradient(Declare.Model(
            Declare.Input(1, 6, 6), Declare.Layer("Conv2D", ("filters", 3), ("kernel", 3)), Declare.Layer("BatchNorm"), Declare.Layer("GlobalAvgPool"), Declare.Dense(2), Declare.Layer("SoftmaxCrossEntropy"))));

        // The images themselves come one after the other for the mean and the variance alone; for the dense layer their means do.
        Assert.Contains(graph.Values, value => value.Operation is UngroupOperation && value.Shape.Equals(new Shape(3, 4, 4)));
        Assert.Contains(graph.Values, value => value.Operation is ReduceOperation reduce && value.Operands[0].Type.Grouped && reduce.Axes.Contains(value.Operands[0].Shape.Rank - 1));
    }

    /// <summary>What is infinite does not count for nothing by a weight of zero.</summary>
    [Fact]
    public void LossesAreSummedOverTheSamples()
    {
        var graph = Passes.Run(GradientGraphs.LossAndGradient(Declare.Model(
            Declare.Input(1, 6, 6), Declare.Layer("Conv2D", ("filters", 2), ("kernel", 3)), Declare.Layer("MeanSquaredError"))));
        var needed = GraphCopy.Needed(graph, graph.Results.Where(result => result.Role == ResultRole.Loss).Select(result => result.Value));

        Assert.All(needed.Where(value => value.Operation is ReduceOperation { OverSamples: true }), value => Assert.False(value.Operands[0].Type.Grouped));
    }

    [Fact]
    public void NothingIsMultipliedByTheZerosAroundAnImage()
    {
        var graph = Passes.Run(Declare.Model(s_narrow).Prediction);
        var clipped = Aliases.Clipped(Convolutions(graph)[0].Operands[0]).ToArray();

        Assert.Equal([(-1, 12), (-1, 12)], clipped.Select(windows => (windows.Windows.Start, windows.Length)));
        Assert.DoesNotContain(graph.Values, value => value.Operation is PadOperation);
    }

    private static Value[] Convolutions(ComputationGraph graph) =>
        graph.Values.Where(value => value.Operation is ContractOperation && value.Shape.Rank > 2).ToArray();
}
