using System;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Emitted;

/// <summary>Two channels of two positions, normalised, with nothing behind.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 2), BatchNorm(Momentum = 0.25, Epsilon = 1)]
[MeanSquaredError]
internal sealed partial class NormedPairs;

/// <summary>What training passes keep for prediction.</summary>
public sealed class BatchNormTests
{
    // The channels of two samples: 1, 3, 5, 7 of mean 4 and Σ(x − 4)² = 20; all 2.
    private static readonly double[] s_images = [1, 3, 2, 2, 5, 7, 2, 2];

    [Fact]
    public void AStepMovesTheRunningStatisticsTowardsThoseOfTheBatch()
    {
        var network = new NormedPairs(1);
        Step(network, new Sgd(0));

        Assert.Equal([1.0, 0.5], network.Parameters["batchnorm1.running_mean"].ToArray<double>());
        Assert.Equal([0.75 + (0.25 * 20 / 3), 0.75], network.Parameters["batchnorm1.running_var"].ToArray<double>(), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal([1.0, 1.0], network.Parameters["batchnorm1.weight"].ToArray<double>());
    }

    [Fact]
    public void TrainingNormalisesByTheBatchAndPredictionByWhatIsKept()
    {
        var network = new NormedPairs(1);
        var (trained, predicted) = (new double[8], new double[8]);
        network.Forward(s_images, trained, network.CreateWorkspace());
        network.Parameters["batchnorm1.running_mean"].CopyFrom<double>([1, 0]);
        network.Parameters["batchnorm1.running_var"].CopyFrom<double>([3, 8]);
        network.Predict(s_images, predicted);

        var deviation = Math.Sqrt((20 / 4.0) + 1);
        AssertClose([-3 / deviation, -1 / deviation, 0, 0, 1 / deviation, 3 / deviation, 0, 0], trained);
        AssertClose([0, 1, 2 / 3.0, 2 / 3.0, 2, 3, 2 / 3.0, 2 / 3.0], predicted);
    }

    [Fact]
    public void ABatchOfOneNumberHasNoVariance()
    {
        var network = new NormedPairs(1);
        var gradients = network.CreateGradients();
        network.LossAndGradient([5, 5, 1, 1], [0, 0, 0, 0], network.CreateWorkspace(), gradients);

        Assert.Equal([0.75, 0.75], gradients["batchnorm1.running_var"].ToArray<double>());
        Assert.Equal([1.25, 0.25], gradients["batchnorm1.running_mean"].ToArray<double>());
    }

    [Fact]
    public void StatesAreNoWeights()
    {
        Assert.Equal(4, NormedPairs.ParameterCount);
        Assert.Equal(4, new NormedPairs(1).Description.ParameterCount);
        Assert.Equal(["batchnorm1.running_mean", "batchnorm1.running_var"], new NormedPairs(1).Description.Segments.Where(segment => segment.IsState).Select(segment => segment.Name));
    }

    [Fact]
    public void NeitherClippingNorDecayNorMomentumTouchesThem()
    {
        var plain = new NormedPairs(1);
        Step(plain, new Sgd(0.1));
        var other = new NormedPairs(1);
        Step(other, new Adam(0.3, weightDecay: 0.5), clip: 1e-3);

        foreach (var state in new NormedPairs(1).Description.Segments.Where(segment => segment.IsState))
        {
            Assert.Equal(plain.Parameters[state.Name].ToArray<double>(), other.Parameters[state.Name].ToArray<double>());
        }
    }

    [Fact]
    public void AVarianceThatIsNotFiniteEndsTraining()
    {
        var network = new NormedPairs(1);
        var data = Dataset.FromArrays<double>([[1e200, -1e200, 2, 2]], [[0, 0, 0, 0]]);
        var exception = Assert.Throws<TrainingDivergedException>(() => new Trainer(network, new Sgd(0.1)) { BatchSize = 1 }.Fit(data));

        Assert.Contains("batchnorm1", exception.Message, StringComparison.Ordinal);
        Assert.Equal([1.0, 1.0], network.Parameters["batchnorm1.running_var"].ToArray<double>());
    }

    private static void Step(NormedPairs network, Optimizer optimizer, double? clip = null)
    {
        var gradients = network.CreateGradients();
        network.LossAndGradient(s_images, new double[8], network.CreateWorkspace(), gradients);
        if (clip is { } bound)
        {
            GradientClipping.ClipNorm(gradients, bound);
        }

        optimizer.Step(network.Parameters, gradients);
    }

    private static void AssertClose(double[] expected, double[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 12));
}
