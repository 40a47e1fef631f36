using System;
using System.Globalization;
using Xunit;

namespace NetGen.Tests.Networks;

/// <summary>What networks and results say of themselves where they are printed.</summary>
public sealed class DescriptionTextTests : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;

    public DescriptionTextTests()
    {
        // Numbers of every culture of its own would look like this.
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NumberGroupSeparator) = (",", ".");
        CultureInfo.CurrentCulture = other;
    }

    public void Dispose() => CultureInfo.CurrentCulture = _culture;

    [Fact]
    public void A_network_is_a_table_of_its_layers() => Assert.Equal(
        """
        Classifier (Float32)
        layer                 kind                 output  parameters  multiply-adds
        input                 Input                [20]             -              -
        dense1                Dense                [33]           693            660
        relu1                 ReLU                 [33]             -              -
        dropout1              Dropout              [33]             -              -
        dense2                Dense                [17]           578            561
        tanh1                 Tanh                 [17]             -              -
        dense3                Dense                [4]             72             68
        softmaxcrossentropy1  SoftmaxCrossEntropy  loss
        total                                                   1,343          1,289
        """.ReplaceLineEndings("\n"),
        new Emitted.Classifier(1).Description.ToString());

    [Theory]
    [InlineData(0.5, 0, "0.5")]
    [InlineData(0.123456, 0, "0.1235")]
    [InlineData(1.5e-7, 0, "1.5E-07")]
    [InlineData(0.5, 0.25, "0.75 (data 0.5, penalty 0.25)")]
    [InlineData(double.NaN, 0, "NaN")]
    public void A_loss_is_its_number(double data, double penalty, string text) => Assert.Equal(text, new LossValue(data, penalty).ToString());

    [Fact]
    public void An_evaluation_is_one_line()
    {
        var policy = new LossEvaluation("policy", "SoftmaxCrossEntropy", 0.75, new ConfusionMatrix(2));
        var value = new LossEvaluation("value", "MeanSquaredError", double.NaN, null);

        Assert.Equal("1 sample: loss 0.5", new Evaluation(1, new LossValue(0.5, 0), [value], Cancelled: false).ToString());
        Assert.Equal("4000 samples: loss 0.5, accuracy 0.7500", new Evaluation(4000, new LossValue(0.5, 0), [policy], Cancelled: false).ToString());
        Assert.Equal(
            "8 samples: loss 0.5, accuracy 0.7500 by 'policy', cancelled",
            new Evaluation(8, new LossValue(0.5, 0), [value, policy], Cancelled: true).ToString());
    }

    [Fact]
    public void A_result_of_training_is_one_line()
    {
        var evaluation = new Evaluation(10, new LossValue(0.25, 0), [], Cancelled: false);
        var first = new EpochReport(1, new LossValue(1.5, 0), null, 0.01, TimeSpan.FromSeconds(2));
        var second = new EpochReport(2, new LossValue(0.5, 0), evaluation, 0.001, TimeSpan.FromSeconds(1.25));

        Assert.Equal("epoch 1: loss 1.5; learning rate 0.01; 2.0 s", first.ToString());
        Assert.Equal(
            "2 epochs, 3000 steps in 3.5 s; epoch 2: loss 0.5; validation on 10 samples: loss 0.25; learning rate 0.001; 1.3 s",
            new TrainingResult([first, second], 3000, Cancelled: false, TimeSpan.FromSeconds(3.5)).ToString());
        Assert.Equal("0 epochs, 1 step in 0.0 s, cancelled", new TrainingResult([], 1, Cancelled: true, TimeSpan.Zero).ToString());
    }
}
