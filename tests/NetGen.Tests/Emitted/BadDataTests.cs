using System;
using Xunit;

namespace NetGen.Tests.Emitted;

/// <summary>Wrong data is refused with what was expected and found, and nothing has changed.</summary>
public sealed class BadDataTests
{
    private readonly Classifier _network = new(1);

    [Fact]
    public void WrongLengthsNameTheColumn()
    {
        var exception = Assert.Throws<ArgumentException>(() => _network.Predict(new float[21], new float[4]));
        Assert.Contains("'input' takes 20 values", exception.Message, StringComparison.Ordinal);
        Assert.Contains("21", exception.Message, StringComparison.Ordinal);
        exception = Assert.Throws<ArgumentException>(() => _network.Predict(new float[40], new float[4]));
        Assert.Contains("'output'", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => _network.Predict([], []));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-1)]
    public void ClassesOutsideTheirRangeAreRefused(int target)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Train([0, target]));
        Assert.Contains("[0, 4)", exception.Message, StringComparison.Ordinal);
        Assert.Contains("sample 1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NegativeWeightsAreRefused() =>
        Assert.Throws<ArgumentException>(() => Train([0, 1], [1, -1]));

    [Fact]
    public void AWorkspaceOfAnotherNetworkIsRefused()
    {
        var exception = Assert.Throws<ArgumentException>(() => _network.LossAndGradient(
            new float[20], new int[1], new Autoencoder(1).CreateWorkspace(), _network.CreateGradients()));
        Assert.Contains("Autoencoder", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GradientsOfAnotherNetworkAreRefused() => Assert.Throws<ArgumentException>(() => _network.LossAndGradient(
        new float[20], new int[1], _network.CreateWorkspace(), new Autoencoder(1).CreateGradients()));

    [Fact]
    public void BackwardNeedsAForward() => Assert.Throws<InvalidOperationException>(() =>
        _network.Backward(new float[4], _network.CreateWorkspace(), _network.CreateGradients()));

    [Fact]
    public void SamplesOfWeightZeroAreMasked()
    {
        var (workspace, masked, alone) = (_network.CreateWorkspace(), _network.CreateGradients(), _network.CreateGradients());
        var input = new float[40];
        input.AsSpan(20).Fill(3);
        var loss = _network.LossAndGradient(input, [2, 1], workspace, masked, [1, 0]);
        workspace.Step = 0;
        Assert.Equal(_network.LossAndGradient(input.AsSpan(0, 20), [2], workspace, alone).Total, loss.Total, 1e-6);
    }

    private void Train(int[] target, float[]? weights = null) => _network.LossAndGradient(
        new float[40], target, _network.CreateWorkspace(), _network.CreateGradients(), weights);
}
