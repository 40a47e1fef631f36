using System;
using Xunit;

namespace NetGen.Tests.Workers;

/// <summary>No other test runs at the same time: what all threads allocate can be counted.</summary>
[CollectionDefinition(nameof(AllThreads), DisableParallelization = true)]
public sealed class AllThreads;

/// <summary>Shared work leaves no garbage on any thread.</summary>
[Collection(nameof(AllThreads))]
public sealed class SharedAllocationTests : IDisposable
{
    public SharedAllocationTests() => WorkerPool.OwnTeam = new WorkerTeam();

    public void Dispose() => WorkerPool.OwnTeam = null;

    [Fact]
    public void AStep()
    {
        Assert.Equal(0, FewestBytesOfAStep(new Shared(1), 3));
        Assert.Equal(0, FewestBytesOfAStep(new SharedVerySmall(1), 3));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void AStepOfImages(int workers)
    {
        Assert.Equal(0, FewestBytesOfAStep(new SharedImages(1), workers));
        Assert.Equal(0, FewestBytesOfAStep(new SharedWideImages(1), workers));
        Assert.Equal(0, FewestBytesOfAStep(new SharedEvenImages(1), workers));
        Assert.Equal(0, FewestBytesOfAStep(new SharedLargeImages(1), workers));
    }

    [Fact]
    public void ClippingAndTheSearchForNaN()
    {
        var loops = new GradientLoops(new Shared(1).CreateGradients(), 3);
        Assert.Equal(0, FewestBytes(() =>
        {
            Assert.Null(loops.FirstNotFinite());
            loops.ClipNorm(1);
            loops.ClipValue(1);
        }));
    }

    [Fact]
    public void APrediction() => Assert.Equal(0, FewestBytesOfAPrediction(new Shared(1), 3));

    /// <summary>What is prepared from the weights is new memory for each version of them, and the weights stay.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void APredictionOfImages(int workers)
    {
        Assert.Equal(0, FewestBytesOfAPrediction(new SharedImages(1), workers));
        Assert.Equal(0, FewestBytesOfAPrediction(new SharedWideImages(1), workers));
    }

    private static long FewestBytesOfAStep(ITrainableNetwork network, int workers)
    {
        var (batch, workspace) = (SharedTrainingTests.Batch(network, 64), network.CreateWorkspace(64));
        var (gradients, optimizer) = (new ParameterBuffer(network.Parameters.Segments, ElementType.Float32), new Adam());
        workspace.Workers = workers;
        return FewestBytes(() =>
        {
            network.LossAndGradient(batch, workspace, gradients);
            optimizer.Step(network.Parameters, gradients, workers);
        });
    }

    private static long FewestBytesOfAPrediction(ITrainableNetwork network, int workers)
    {
        var (inputs, outputs) = (SharedTrainingTests.Batch(network, 64), new Batch(network.Description.Outputs));
        return FewestBytes(() => network.Predict(inputs, outputs, workers));
    }

    // What grows at first, or is allocated by the runtime and by the runner of the tests on threads of their own, does not show in every
    // window, and the less the shorter they are.
    private static long FewestBytes(Action action)
    {
        var fewest = long.MaxValue;
        for (var window = 0; window < 200 && fewest > 0; window++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var i = 0; i < 10; i++)
            {
                action();
            }

            fewest = Math.Min(fewest, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return fewest;
    }
}
