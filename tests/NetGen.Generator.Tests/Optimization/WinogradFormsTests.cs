using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;
using NetGen.Generator.Optimization;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Layers;
using Xunit;

namespace NetGen.Generator.Tests.Optimization;

/// <summary>Which sums are computed in Winograd's form. What they give, the numeric tests compare.</summary>
public sealed class WinogradFormsTests
{
    [Fact]
    public void ConvolutionsAndTheirInputGradientsHaveTheForm()
    {
        var model = Model((32, 12, 12), Convolution(16), Declare.Layer("Tanh"));
        var prediction = Passes.Run(model.Prediction);
        var training = Passes.Run(GradientGraphs.VectorJacobianProduct(model));

        Assert.Equal([(0, 0)], Places(prediction));
        Assert.Equal([(0, 0), (0, 0)], Places(training));
        Assert.DoesNotContain(prediction.Values, value => value.Operation is UnfoldOperation { Windows.Size: 3 });

        // Of w[16, 32, 3, 3] the gradient sums over what the convolution gives, backwards.
        Assert.Equal(
            [new WinogradWeightOperation(2, 3, 1, 0, false, false), new WinogradWeightOperation(2, 3, 0, 1, true, true)],
            training.Values.Select(value => value.Operation).OfType<WinogradWeightOperation>());
    }

    [Fact]
    public void ALayerCanForbidIt()
    {
        var model = Model((16, 12, 12), Declare.Layer("Conv2D", ("filters", 16), ("kernel", 3), ("Winograd", false)), Declare.Layer("Tanh"));

        Assert.Empty(Places(Passes.Run(model.Prediction)));
        Assert.Empty(Places(Passes.Run(GradientGraphs.VectorJacobianProduct(model))));
        Assert.Contains(Passes.Run(model.Prediction).Values, value => value.Operation is ContractOperation { IsDirect: true });
    }

    [Fact]
    public void TransposedConvolutionsHaveIt()
    {
        Assert.Equal([(0, 0)], Places(Passes.Run(Model((16, 8, 8), Declare.Layer("ConvTranspose2D", ("filters", 16), ("kernel", 3))).Prediction)));
        Assert.Empty(Places(Passes.Run(Model((16, 8, 8), Declare.Layer("ConvTranspose2D", ("filters", 16), ("kernel", 3), ("Winograd", false))).Prediction)));
    }

    public static TheoryData<int, int, int, string, int> Others => new()
    {
        { 16, 12, 15, string.Empty, 0 },
        { 24, 12, 16, string.Empty, 0 },
        { 16, 12, 16, "Stride", 2 },
        { 16, 12, 16, "Dilation", 2 },
        { 32, 12, 32, "Groups", 2 },
        { 16, 6, 16, string.Empty, 0 },
        { 16, 3, 16, string.Empty, 0 },
    };

    /// <summary>Channels that leave lanes empty, windows further apart, too few tiles.</summary>
    [Theory]
    [MemberData(nameof(Others))]
    public void OthersAreSummedAsTheyStand(int channels, int side, int filters, string argument, int number)
    {
        var more = argument.Length > 0 ? new (string, object)[] { (argument, number) } : [];
        var model = Model((channels, side, side), Declare.Layer("Conv2D", [("filters", filters), ("kernel", 3), .. more]));

        Assert.Empty(Places(Passes.Run(model.Prediction)));
    }

    /// <summary>A block has enough tiles to share the weight, and no more than fit the cache.</summary>
    [Theory]
    [InlineData(10, 9, 32, 5, 5, 5)]
    [InlineData(14, 14, 32, 7, 7, 4)]
    [InlineData(32, 32, 64, 16, 16, 1)]
    [InlineData(7, 3, 32, 4, 2, 4)]
    [InlineData(64, 8, 1024, 32, 4, 1)]
    public void BlocksOfTiles(int height, int width, int channelsAndFilters, int rows, int columns, int rowsOfBlock) =>
        Assert.Equal(new TileBlocks(rows, columns, rowsOfBlock), TileBlocks.Of(new Shape(height, width, 16), 16 * channelsAndFilters));

    /// <summary>What kernels write between the transformations is each worker's own, and of one block.</summary>
    [Fact]
    public void TilesAndProductsAreOfOneBlock()
    {
        var plan = NetworkPlan.Of(Model((16, 34, 34), Convolution(16), Declare.Layer("GlobalAvgPool"), Declare.Dense(2), Declare.Layer("SoftmaxCrossEntropy")));

        foreach (var (program, region) in new[] { (plan.Training!, Region.PerWorker), (plan.Prediction, Region.Fixed), (plan.Sample!, Region.Fixed) })
        {
            var scratch = program.Kernels.OfType<WinogradKernel>().First().Scratch;
            Assert.All(scratch, value => Assert.Equal((16 * 16 * 16, region, 0), ((int)value.Shape.Count, program.StorageOf(value).Region, program.StorageOf(value).SampleStride)));
        }
    }

    /// <summary>What depends on no sample is prepared, between the transformations too.</summary>
    [Fact]
    public void SumsOfConstantsArePrepared()
    {
        var plan = NetworkPlan.Of(Model((16, 8, 8), Declare.Layer("Tanh"), Declare.Layer("Activation", ("method", "One")).WithMethod(1, new Constant(1)), Convolution(16)));

        Assert.Equal(2, plan.Sample!.Prepare.OfType<WinogradKernel>().Single().Scratch.Count(plan.Sample.Values.Contains));
    }

    [Fact]
    public void AnActivationIsAppliedBeforeTheResultIsStored()
    {
        var plan = NetworkPlan.Of(Model((16, 12, 12), Convolution(16), Declare.Layer("ReLU")));

        Assert.IsType<MapOperation>(plan.Prediction.Kernels.OfType<WinogradKernel>().Single().Epilogue?.Operation);
    }

    private static LayerDeclaration Convolution(int filters) => Declare.Layer("Conv2D", ("filters", filters), ("kernel", 3));

    // A first convolution puts the channels side by side; those of an input are as the caller has them.
    private static Generator.Layers.NetworkModel Model((int Channels, int Height, int Width) image, params LayerDeclaration[] layers) =>
        Declare.Model([Declare.Input(1, image.Height, image.Width), Declare.Layer("Conv2D", ("filters", image.Channels), ("kernel", 1)), .. layers]);

    private static IEnumerable<(int Row, int Column)> Places(ComputationGraph graph) =>
        graph.Values.Select(value => value.Operation).OfType<WinogradOperation>().Select(winograd => (winograd.Row, winograd.Column));
}
