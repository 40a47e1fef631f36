using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Testing.Numbers;
using Xunit;
using static NetGen.Generator.Tests.Layers.Declare;

namespace NetGen.Generator.Tests.Planning;

/// <summary>Where workers take their samples some at a time in a training pass, and what lies in their own memory then.</summary>
public sealed class MicroBatchesTests
{
    private static readonly LayerDeclaration[] s_images =
    [
        Input(1, 28, 28), Conv(6, 5), Layer("ReLU"), Layer("MaxPool2D", ("kernel", 2)), Conv(16, 5), Layer("ReLU"), Layer("MaxPool2D", ("kernel", 2)), Layer("Flatten"),
        Dense(120), Layer("ReLU"), Dense(10), Layer("SoftmaxCrossEntropy"),
    ];

    private static readonly LayerDeclaration[] s_wide =
    [
        Input(3, 32, 32), Conv(32, 3), Layer("ReLU"), Conv(32, 3), Layer("ReLU"), Layer("MaxPool2D", ("kernel", 2)), Layer("Flatten"), Dense(256), Layer("ReLU"), Dense(10), Layer("SoftmaxCrossEntropy"),
    ];

    /// <summary>Forwards and backwards in one stage, a group of samples at a time.</summary>
    [Fact]
    public void ImagesOfFewChannelsAreTakenByGroups()
    {
        var plan = Training(s_images);

        Assert.Equal([16], Samples(plan).Where(samples => samples > 0));
        var products = plan.Kernels.OfType<ContractKernel>().Where(kernel => WorkSchedule.SplitOf(kernel) == WorkSplit.Samples).ToArray();
        Assert.True(products.Length > 6);
        Assert.Single(products.Select(plan.Schedule!.StageOf).Distinct());
    }

    /// <summary>The rectified values of the first convolution, of 16 samples for each worker instead of the whole batch.</summary>
    [Fact]
    public void WhatNoOtherStageReadsLiesInTheMemoryOfAWorker()
    {
        var plan = Training(s_images);
        var relu = plan.Kernels.Select(kernel => kernel.Result).First(value => value.Label == "relu1");
        var storage = plan.StorageOf(relu);

        Assert.Equal(Region.PerWorker, storage.Region);
        Assert.Equal(16, storage.Samples);
        Assert.Equal(16 * 6 * 28 * 28, storage.SampleStride);
        Assert.Equal(16 * 6 * 28 * 28, storage.LengthOf(relu));
        Assert.True(plan.Lengths.PerSample < 3 * 784, $"{plan.Lengths.PerSample} elements for each sample.");

        // The dense layer's weight gradient is a sum over the whole batch.
        var sum = plan.Kernels.OfType<ContractKernel>().Single(kernel => kernel.Result.Label == "dense1.weight.gradient");
        Assert.All(sum.Reads, value => Assert.Equal(Region.PerSample, plan.StorageOf(value).Region));
    }

    /// <summary>Otherwise the weights, of which there are more than values of a sample, would be read sixteen times.</summary>
    [Fact]
    public void MoreSamplesAreTakenWhereThereAreMoreParameters()
    {
        var samples = Assert.Single(Samples(Training(s_wide)), samples => samples > 0);

        Assert.InRange(samples, 12, 60);
        Assert.Equal(0, samples % SharedAxis.TileRows);
        Assert.Equal(4, Assert.Single(Samples(Training([.. s_wide.Take(7), Dense(10), Layer("SoftmaxCrossEntropy")])), number => number > 0));
    }

    /// <summary>What a layer of units writes is read by its weight gradient at the end; and small images stay in the cache.</summary>
    [Fact]
    public void VectorsAndSmallImagesAreTakenAllAtOnce()
    {
        LayerDeclaration[] dense = [Input(784), Dense(512), Layer("ReLU"), Dense(512), Layer("ReLU"), Dense(10), Layer("SoftmaxCrossEntropy")];
        LayerDeclaration[] small = [Input(1, 8, 8), Conv(4, 3), Layer("ReLU"), Layer("Flatten"), Dense(10), Layer("SoftmaxCrossEntropy")];

        Assert.All(Samples(Training(dense)), samples => Assert.Equal(0, samples));
        Assert.All(Samples(Training(small)), samples => Assert.Equal(0, samples));
        Assert.Contains(16, Samples(NetworkPlan.Of(Model(small), extreme: true).Training!));
    }

    [Fact]
    public void AResultOfTheBatchIsKeptForAllSamples()
    {
        var plan = ProgramPlanner.Plan(
            GraphText.Parse("""
                %0 = input data "x" : float[*, 32] "x"
                %1 = reduce sum [0] %0 : float[*, 1] "sum"
                %2 = contract "*i,*j->*ij" %0 %1 : float[*, 32, 1] "product"
                %3 = reduce max [0, 1] %2 : float[*, 1, 1] "greatest"
                return output "y" %3

                """),
            ParameterPlan.Of(Model(Input(4), Dense(1))),
            new ProgramForm { IsShared = true, IsExtreme = true });

        Assert.Equal(Region.PerSample, plan.StorageOf(plan.Graph.Results.Single().Value).Region);
        Assert.Contains(plan.Values, value => plan.TryStorageOf(value) is { Region: Region.PerWorker, Samples: 4 });
    }

    [Fact]
    public void NobodyIsInAnothersWay()
    {
        Assert.Empty(WorkHazards.Of(Training(s_images)));
        Assert.Empty(WorkHazards.Of(Training(s_wide)));
    }

    /// <summary>Statistics over the batch part the pass: what lies on both sides is kept for all samples.</summary>
    [Fact]
    public void NormalisationOverTheBatchIsReadByALaterStage()
    {
        var plan = Training(Input(3, 32, 32), Conv(32, 3), Layer("BatchNorm"), Layer("ReLU"), Conv(32, 3), Layer("ReLU"), Layer("Flatten"), Dense(10), Layer("SoftmaxCrossEntropy"));
        var convolved = plan.Kernels.OfType<ContractKernel>().First(kernel => kernel.Contraction.Label == "conv2d1").Result;

        Assert.Equal(Region.PerSample, plan.StorageOf(convolved).Region);
        Assert.Contains(Samples(plan), samples => samples > 0);
        Assert.Empty(WorkHazards.Of(plan));
    }

    private static LayerDeclaration Conv(int filters, int kernel) => Layer("Conv2D", ("filters", filters), ("kernel", new[] { kernel }), ("Padding", kernel / 2));

    private static int[] Samples(ProgramPlan plan) => [.. Enumerable.Range(0, plan.Schedule!.Stages.Count).Select(plan.MicroBatches!.SamplesOf)];

    private static ProgramPlan Training(params LayerDeclaration[] layers) => NetworkPlan.Of(Model(layers)).Training!;
}
