using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Emission;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;
using NetGen.Generator.Optimization;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Layers;
using NetGen.Generator.Tests.Reference;
using NetGen.Testing.Reference;
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

    /// <summary>The weight's gradient reads the image that the convolution reads, and what it gives lies as the weight does.</summary>
    [Fact]
    public void GradientsOfWeightsHaveTheForm()
    {
        var training = Passes.Run(GradientGraphs.VectorJacobianProduct(Model((32, 12, 12), Convolution(16), Declare.Layer("Tanh"))));

        Assert.Equal([new WinogradSumsOperation(0, 0)], Gradients(training));
        Assert.Equal([new WinogradWindowsOperation(new WinogradWeightOperation(2, 3, 1, 0, false, false))], training.Values.Select(value => value.Operation).OfType<WinogradWindowsOperation>());
    }

    /// <summary>Of a transposed convolution the windows look at the gradient of what it gives.</summary>
    [Fact]
    public void GradientsOfTransposedConvolutionsHaveTheForm()
    {
        var training = Passes.Run(GradientGraphs.VectorJacobianProduct(Model((32, 8, 8), Declare.Layer("ConvTranspose2D", ("filters", 16), ("kernel", 3)), Declare.Layer("Tanh"))));

        Assert.Equal([new WinogradSumsOperation(0, 0)], Gradients(training));
        Assert.Equal([new WinogradWindowsOperation(new WinogradWeightOperation(2, 3, 1, 0, false, false))], training.Values.Select(value => value.Operation).OfType<WinogradWindowsOperation>());
    }

    /// <summary>A tile that overlaps another would be added twice, lanes that overlap others likewise; and sums that leave the cache are read for too little.</summary>
    [Theory]
    [InlineData(16, 12, 12, 16, true)]
    [InlineData(16, 11, 12, 16, false)]
    [InlineData(16, 12, 11, 16, false)]
    [InlineData(16, 12, 12, 48, false)]
    [InlineData(48, 12, 12, 32, true)]
    [InlineData(16, 12, 12, 128, true)]
    [InlineData(64, 12, 12, 128, true)]
    [InlineData(80, 12, 12, 128, false)]
    public void NotAllGradientsHaveTheForm(int channels, int height, int width, int filters, bool has)
    {
        var model = Model((channels, height, width), Declare.Layer("Conv2D", ("filters", filters), ("kernel", 3), ("Padding", 1)), Declare.Layer("Tanh"));

        Assert.Equal(has ? 1 : 0, Gradients(Passes.Run(GradientGraphs.VectorJacobianProduct(model))).Count());
        Assert.NotEmpty(Places(Passes.Run(model.Prediction)));
    }

    /// <summary>The passes change how a gradient is summed, not what it is.</summary>
    [Theory]
    [InlineData("Conv2D")]
    [InlineData("ConvTranspose2D")]
    public void TheReferenceOfTheFormGivesWhatTheSumGives(string layer)
    {
        var graph = GradientGraphs.VectorJacobianProduct(Model((16, 8, 10), Declare.Layer(layer, ("filters", 16), ("kernel", 3)), Declare.Layer("Tanh")));
        var optimized = Passes.Run(graph);
        Assert.Single(Gradients(optimized));
        var (expected, actual) = (Run(graph), Run(optimized));
        foreach (var result in graph.Results.Where(result => result.IsOfParameter))
        {
            Agreement.Check(expected[(result.Name, result.Role)], actual[(result.Name, result.Role)], 1e-12, result.Name);
        }
    }

    /// <summary>Blocks of a gradient do not overlap, and their transformed elements stay in the cache.</summary>
    [Theory]
    [InlineData(32, 32, 48, 16, 16, 2)]
    [InlineData(16, 16, 80, 8, 8, 4)]
    [InlineData(12, 12, 32, 6, 6, 3)]
    [InlineData(14, 4, 32, 7, 2, 7)]
    [InlineData(64, 64, 80, 32, 32, 1)]
    [InlineData(8, 8, 272, 4, 4, 2)]
    [InlineData(14, 14, 48, 7, 7, 7)]
    public void BlocksOfAGradient(int height, int width, int channelsAndFilters, int rows, int columns, int rowsOfBlock) =>
        Assert.Equal(new TileBlocks(rows, columns, rowsOfBlock), TileBlocks.WithoutOverlap(new Shape(height, width, 16), 16 * channelsAndFilters));

    /// <summary>Workers share sixteens of channels in four parts of the samples, each in memory of its own, which those without samples have, too.</summary>
    [Theory]
    [InlineData(16)]
    [InlineData(48)]
    public void WorkersShareThePiecesOfAGradient(int channels)
    {
        var training = NetworkPlan.Of(
            Model((channels, 12, 12), Convolution(16), Declare.Layer("Tanh"), Declare.Layer("Flatten"), Declare.Dense(2), Declare.Layer("SoftmaxCrossEntropy"))).Training!;
        var (sums, windows) = (training.Kernels.OfType<WinogradSumsKernel>().Single(), training.Kernels.OfType<WinogradWindowsKernel>().Single());

        Assert.Equal(new SharedAxis("pieces", channels / 4, 1), sums.Shared);
        Assert.Equal(new SharedAxis("rows", channels, 4), windows.Shared);
        Assert.True(training.HasSharedScratch);
        Assert.Equal(3, sums.Scratch.Count);
        Assert.All(sums.Scratch, value => Assert.Equal(Region.PerWorker, training.StorageOf(value).Region));
        Assert.True(training.Schedule!.StageOf(windows) > training.Schedule.StageOf(sums));
    }

    /// <summary>What a product adds to is never covered by two tiles.</summary>
    [Fact]
    public void TilesThatWouldBeAddedTwiceAreRefused()
    {
        var graph = GraphText.Parse("""
            %0 = input data "x" : float[*, 4, 4, 16] "x"
            %1 = input data "g" : float[*, 2, 2, 48] "g"
            %2 = winograd-sums 0 0 %0 %1 : float[4, 16, 4, 4, 48] "m"
            return output "m" %2
            """);
        Assert.Throws<InvalidGraphException>(() => GraphVerifier.Verify(graph));

        var plan = ProgramPlanner.Plan(graph, ParameterPlan.Of(Declare.Model(Declare.Input(2), Declare.Dense(1))), new ProgramForm());
        Assert.Throws<InvalidGraphException>(() => new KernelLibrary(VectorType.Float, new NameScope()).Add(Assert.Single(plan.Kernels), plan));
    }

    [Fact]
    public void ALayerCanForbidIt()
    {
        var model = Model((16, 12, 12), Declare.Layer("Conv2D", ("filters", 16), ("kernel", 3), ("Winograd", false)), Declare.Layer("Tanh"));

        Assert.Empty(Places(Passes.Run(model.Prediction)));
        Assert.Empty(Places(Passes.Run(GradientGraphs.VectorJacobianProduct(model))));
        Assert.Empty(Gradients(Passes.Run(GradientGraphs.VectorJacobianProduct(model))));
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

    private static IReadOnlyDictionary<(string Name, ResultRole Role), double[]> Run(ComputationGraph graph)
    {
        const int samples = 2;
        var leaves = graph.Values.Where(value => value.Operation is ParameterOperation or InputOperation).ToArray();
        return ReferenceInterpreter.Run(
            graph,
            samples,
            leaves.Where(value => value.Operation is ParameterOperation).ToDictionary(value => ((ParameterOperation)value.Operation).Name, value => Numbers(value.Shape.Count)),
            leaves.Where(value => value.Operation is InputOperation).ToDictionary(value => (((InputOperation)value.Operation).Name, ((InputOperation)value.Operation).Role), value => Numbers(samples * value.Shape.Count)));

        static double[] Numbers(long count) => [.. Enumerable.Range(0, (int)count).Select(i => System.Math.Sin(1 + i))];
    }

    private static IEnumerable<WinogradSumsOperation> Gradients(ComputationGraph graph) => graph.Values.Select(value => value.Operation).OfType<WinogradSumsOperation>();

    private static IEnumerable<(int Row, int Column)> Places(ComputationGraph graph) =>
        graph.Values.Select(value => value.Operation).OfType<WinogradOperation>().Select(winograd => (winograd.Row, winograd.Column));
}
