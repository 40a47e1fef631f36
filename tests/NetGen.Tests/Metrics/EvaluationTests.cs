using System;
using System.Linq;
using System.Threading;
using NetGen.Tests.Training;
using Xunit;

namespace NetGen.Tests.Metrics;

[Trait("Category", "Numeric")]
public class EvaluationTests
{
    [Fact]
    public void ClassIndicesAreComparedWithTheLargestLogit()
    {
        // The identity: logits are the inputs. Of equal logits the first wins.
        var network = Identity<float>(3, TestLoss.SoftmaxCrossEntropy);
        var data = new ListDataset(4, ("input", [3, 1, 2, /**/ 0, 5, 5, /**/ 7, 7, 7, /**/ -3, -2, -1]), ("target", [0, 2, 0, 1]));
        var evaluation = network.Evaluate(data, batchSize: 3);

        Assert.Equal(4, evaluation.Count);
        Assert.Equal(0.5, evaluation.Accuracy);
        Assert.Equal((1L, 1L, 1L), (evaluation.ConfusionMatrix![0, 0] - 1, evaluation.ConfusionMatrix[2, 1], evaluation.ConfusionMatrix[1, 2]));
        Assert.Equal(("loss1", "SoftmaxCrossEntropy", 0.5), (evaluation.Losses[0].Name, evaluation.Losses[0].Kind, evaluation.Losses[0].Accuracy));
    }

    [Fact]
    public void DistributionsAreComparedByTheirLargestValue()
    {
        var network = Identity<double>(2, TestLoss.SoftmaxCrossEntropyOnDistributions);
        var data = new ListDataset(3, ("input", [1, 0, /**/ 0, 1, /**/ 0, 1]), ("target", [0.9, 0.1, /**/ 0.4, 0.6, /**/ 0.5, 0.5]));
        var evaluation = network.Evaluate(data);
        Assert.Equal(2.0 / 3, evaluation.Accuracy);
        Assert.Equal(1, evaluation.ConfusionMatrix![0, 1]);
    }

    [Fact]
    public void BinaryTargetsAreComparedValueByValue()
    {
        var network = Identity<float>(2, TestLoss.BinaryCrossEntropy);
        var data = new ListDataset(3, ("input", [1, -1, /**/ 0, 2, /**/ -4, -0.5]), ("target", [1, 0, /**/ 1, 0, /**/ 0.5, 0.75]));
        var evaluation = network.Evaluate(data, batchSize: 1);
        Assert.Equal(3.0 / 6, evaluation.Accuracy);
        var matrix = evaluation.ConfusionMatrix!;
        Assert.Equal((2L, 1L, 2L, 1L), (matrix[0, 0], matrix[0, 1], matrix[1, 0], matrix[1, 1]));
    }

    [Fact]
    public void WithoutALossThatClassifiesThereIsNoAccuracy()
    {
        var evaluation = Identity<float>(1, TestLoss.MeanSquaredError).Evaluate(new ListDataset(1, ("input", [2]), ("target", [0])));
        Assert.True(double.IsNaN(evaluation.Accuracy));
        Assert.Null(evaluation.ConfusionMatrix);
        Assert.Equal(4, evaluation.Loss.Data);
    }

    [Fact]
    public void EveryLossHasItsOwnAccuracy()
    {
        var network = new LinearNetwork<float>(2, 2, 0, 0, [0.5, 1, 2], TestLoss.MeanSquaredError, TestLoss.SoftmaxCrossEntropy, TestLoss.BinaryCrossEntropy);
        SetIdentity(network, 2);
        var data = new ListDataset(2, ("input", [1, 2, /**/ 3, -4]), ("target", [1, 2, /**/ 3, -3]), ("target2", [1, 1]), ("target3", [1, 1, 1, 1]));
        var evaluation = network.Evaluate(data);
        Assert.True(double.IsNaN(evaluation.Losses[0].Accuracy));
        Assert.Equal(0.5, evaluation.Losses[1].Accuracy);
        Assert.Equal(0.75, evaluation.Losses[2].Accuracy);
        Assert.Equal(0.5, evaluation.Accuracy);
        Assert.Same(evaluation.Losses[1].ConfusionMatrix, evaluation.ConfusionMatrix);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100)]
    public void TheLossIsTheExactMeanForAnyBatchSize(int batchSize)
    {
        var network = new LinearNetwork<double>(1, 1, l1: 0, l2: 2, [1.0], TestLoss.MeanSquaredError);
        SetIdentity(network, 1);
        var x = TestData.Uniform(20, seed: 11);
        var evaluation = network.Evaluate(new ListDataset(20, ("input", x), ("target", new double[20])), batchSize);
        Assert.Equal(x.Average(value => value * value), evaluation.Loss.Data, 1e-15);
        Assert.Equal(1, evaluation.Loss.Penalty);
        Assert.Equal(evaluation.Loss.Data + 1, evaluation.Loss.Total);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void SampleWeightsWeighTheMeanAndMaskTheAccuracy(int batchSize)
    {
        var network = Identity<double>(2, TestLoss.SoftmaxCrossEntropy);
        double[] weights = [0, 2, 1, 0, 0, 0, 0.5];
        var x = TestData.Uniform(14, seed: 12);
        var classes = Enumerable.Range(0, 7).Select(i => (double)(i % 2)).ToArray();
        var evaluation = network.Evaluate(new ListDataset(7, ("input", x), ("target", classes), ("weight1", weights)), batchSize);

        double Loss(int i) => Math.Log(Math.Exp(x[2 * i]) + Math.Exp(x[(2 * i) + 1])) - x[(2 * i) + (i % 2)];
        Assert.Equal(Enumerable.Range(0, 7).Sum(i => weights[i] * Loss(i)) / weights.Sum(), evaluation.Loss.Data, 1e-14);
        Assert.Equal(3, evaluation.ConfusionMatrix!.Total);
        Assert.Equal(new[] { 1, 2, 6 }.Average(i => (x[(2 * i) + 1] > x[2 * i] ? 1 : 0) == i % 2 ? 1.0 : 0), evaluation.Accuracy);
    }

    [Fact]
    public void ManyClassesHaveAnAccuracyButNoMatrix()
    {
        var network = new LinearNetwork<float>(1, 1025, TestLoss.SoftmaxCrossEntropy);
        network.Parameters["weight"].CopyFrom(new double[1025]);
        network.Parameters["bias"].CopyFrom([.. Enumerable.Range(0, 1025).Select(i => i / 1024.0)]);
        var evaluation = network.Evaluate(new ListDataset(2, ("input", [1, 1]), ("target", [1024, 3])));
        Assert.Equal(0.5, evaluation.Accuracy);
        Assert.Null(evaluation.ConfusionMatrix);
    }

    [Fact]
    public void ACancelledEvaluationSaysHowFarItCame()
    {
        using var source = new CancellationTokenSource();
        var data = TestData.Classes(100);
        data.OnFill = source.Cancel;
        var evaluation = new LinearNetwork<float>(2, 3, TestLoss.SoftmaxCrossEntropy).Evaluate(data, 32, source.Token);
        Assert.True(evaluation.Cancelled);
        Assert.Equal(32, evaluation.Count);
        Assert.Equal(32, evaluation.ConfusionMatrix!.Total);
    }

    [Fact]
    public void WrongArgumentsAreRefused()
    {
        var network = new LinearNetwork<float>(2, 1, TestLoss.MeanSquaredError);
        Assert.Throws<ArgumentOutOfRangeException>(() => network.Evaluate(TestData.Line(3), batchSize: 0));
        Assert.Throws<ArgumentException>(() => network.Evaluate(TestData.Line(0)));
        Assert.Throws<ArgumentException>(() => network.Evaluate(new ListDataset(1, ("input", [0, 0]))));
        network.Parameters.BeginUpdate();
        Assert.Throws<InvalidOperationException>(() => network.Evaluate(TestData.Line(3)));
    }

    private static LinearNetwork<T> Identity<T>(int size, TestLoss loss)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var network = new LinearNetwork<T>(size, size, loss);
        SetIdentity(network, size);
        return network;
    }

    private static void SetIdentity(ITrainableNetwork network, int size)
    {
        network.Parameters["weight"].CopyFrom([.. Enumerable.Range(0, size * size).Select(i => i / size == i % size ? 1.0 : 0)]);
        network.Parameters["bias"].CopyFrom(new double[size]);
    }
}
