using System;
using Xunit;

namespace NetGen.Tests.Emitted;

/// <summary>No garbage in the hot path.</summary>
public sealed class AllocationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    [InlineData(500)]
    public void PredictAllocatesNothing(int samples)
    {
        var network = new Classifier(1);
        var input = new float[samples * Classifier.InputSize];
        var output = new float[samples * Classifier.OutputSize];
        Assert.Equal(0, Allocated(() => network.Predict(input, output)));
    }

    [Fact]
    public void PredictWithPreparedValuesAllocatesNothing()
    {
        var network = new Autoencoder(1);
        var input = new float[3 * Autoencoder.InputSize];
        var output = new float[3 * Autoencoder.OutputSize];
        Assert.Equal(0, Allocated(() => network.Predict(input, output)));
    }

    [Fact]
    public void ATrainingStepAllocatesNothing()
    {
        var network = new Classifier(1);
        var optimizer = new Adam(1e-3);
        var workspace = network.CreateWorkspace(16);
        var gradients = network.CreateGradients();
        var input = new float[16 * Classifier.InputSize];
        var target = new int[16];
        Assert.Equal(0, Allocated(() =>
        {
            network.LossAndGradient(input, target, workspace, gradients);
            optimizer.Step(network.Parameters, gradients);
        }));
    }

    [Fact]
    public void ATrainingStepAndPredictionsOfImagesAllocateNothing()
    {
        var network = new Workers.SharedImages(1);
        var optimizer = new Adam(1e-3);
        var workspace = network.CreateWorkspace(16);
        var gradients = network.CreateGradients();
        var (input, target, output) = (new float[16 * Workers.SharedImages.InputSize], new int[16], new float[16 * Workers.SharedImages.OutputSize]);
        Assert.Equal(0, Allocated(() =>
        {
            network.LossAndGradient(input, target, workspace, gradients);
            optimizer.Step(network.Parameters, gradients);
        }));

        // What is prepared from the weights is new memory for each version of them, because threads may still read the one before.
        Assert.Equal(0, Allocated(() =>
        {
            network.Predict(input, output);
            network.Predict(input.AsSpan(0, Workers.SharedImages.InputSize), output.AsSpan(0, Workers.SharedImages.OutputSize));
        }));
    }

    [Fact]
    public void ForwardAndBackwardAllocateNothing()
    {
        var network = new Autoencoder(1);
        var workspace = network.CreateWorkspace(8);
        var gradients = network.CreateGradients();
        var input = new float[8 * Autoencoder.InputSize];
        var output = new float[8 * Autoencoder.OutputSize];
        Assert.Equal(0, Allocated(() =>
        {
            network.Forward(input, output, workspace);
            network.Backward(output, workspace, gradients, input);
        }));
    }

    private static long Allocated(Action action)
    {
        // The first calls grow what has to grow and compile what has to be compiled.
        for (var i = 0; i < 5; i++)
        {
            action();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20; i++)
        {
            action();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
