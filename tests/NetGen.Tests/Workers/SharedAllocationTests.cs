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
        var (network, batch) = (new Shared(1), SharedTrainingTests.Batch(64));
        var (workspace, gradients, optimizer) = (network.CreateWorkspace(64), network.CreateGradients(), new Adam());
        workspace.Workers = 3;
        Assert.Equal(0, FewestBytes(() =>
        {
            ((ITrainableNetwork)network).LossAndGradient(batch, workspace, gradients);
            optimizer.Step(network.Parameters, gradients, 3);
        }));
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
    public void APrediction()
    {
        INetwork network = new Shared(1);
        var (inputs, outputs) = (SharedTrainingTests.Batch(64), new Batch(network.Description.Outputs));
        Assert.Equal(0, FewestBytes(() => network.Predict(inputs, outputs, 3)));
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
