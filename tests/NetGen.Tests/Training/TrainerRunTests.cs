using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Xunit;

namespace NetGen.Tests.Training;

/// <summary>How a run of training reports, ends and fails.</summary>
public class TrainerRunTests
{
    [Fact]
    public void ProgressComesAfterEachStepAndEachEpoch()
    {
        var network = new LinearNetwork<double>(2, 1, l1: 0, l2: 0.1, [1.0], TestLoss.MeanSquaredError);
        var progress = new Recorder();
        List<EpochReport> reports = [];
        var result = new Trainer(network, new Sgd(0.25)) { BatchSize = 4, OnEpoch = reports.Add }
            .Fit(TestData.Line(10), TestData.Line(6), epochs: 2, progress);

        Assert.Equal([1, 2, 3, 3, 1, 2, 3, 3], progress.Seen.Select(state => state.Step));
        Assert.Equal([4, 8, 10, 10, 4, 8, 10, 10], progress.Seen.Select(state => state.Samples));
        Assert.Equal([1, 1, 1, 1, 2, 2, 2, 2], progress.Seen.Select(state => state.Epoch));
        Assert.All(progress.Seen, state => Assert.Equal((2, 3, 0.25), (state.Epochs, state.Steps, state.LearningRate)));
        Assert.All(progress.Seen, state => Assert.True(state.Loss.Penalty > 0 && state.Loss.Total > state.Loss.Data));
        Assert.Equal(result.History, reports);
        Assert.Equal(reports, progress.Seen.Select(state => state.Report).OfType<EpochReport>());
        Assert.All(reports, report => Assert.Equal(6, report.Validation!.Count));
        Assert.Equal(progress.Seen[3].Loss, reports[0].Training);
        Assert.True(progress.Seen.Zip(progress.Seen.Skip(1)).All(pair => pair.First.Elapsed <= pair.Second.Elapsed));
    }

    [Fact]
    public void TheLossOfAnEpochIsTheExactMeanOverItsSamples()
    {
        // With a rate of 0 the weights stay, so that the mean over uneven batches must be the loss on all samples.
        var network = new LinearNetwork<double>(2, 1, l1: 0.1, l2: 0.1, [1.0], TestLoss.MeanSquaredError);
        var data = TestData.Line(10);
        var epoch = new Trainer(network, new Sgd(0)) { BatchSize = 4 }.Fit(data).History[0].Training;
        var whole = network.Evaluate(data, batchSize: 10).Loss;
        Assert.Equal(whole.Data, epoch.Data, 1e-14);
        Assert.Equal(whole.Penalty, epoch.Penalty, 1e-14);
    }

    [Fact]
    public void ACancelledRunStopsBetweenStepsAndReturnsWhatItHas()
    {
        using var source = new CancellationTokenSource();
        var network = new LinearNetwork<float>(2, 1, TestLoss.MeanSquaredError);
        var progress = new Recorder { OnReport = state => CancelAt(state.Epoch == 2 && state.Step == 2, source) };
        var trainer = new Trainer(network, new Sgd(0.01)) { BatchSize = 4 };
        var result = trainer.Fit(TestData.Line(16), epochs: 5, progress: progress, cancellationToken: source.Token);

        Assert.True(result.Cancelled);
        Assert.Equal(6, result.Steps);
        Assert.Equal(1, Assert.Single(result.History).Epoch);
        network.Parameters.EndRead(network.Parameters.BeginRead());

        var next = trainer.Fit(TestData.Line(16));
        Assert.False(next.Cancelled);
        Assert.Equal(3, Assert.Single(next.History).Epoch);
    }

    [Fact]
    public void ARunCancelledBeforehandDoesNothing()
    {
        var network = new LinearNetwork<float>(2, 1, TestLoss.MeanSquaredError);
        var before = network.Parameters["weight"].ToArray<float>();
        var result = new Trainer(network, new Sgd(0.1)).Fit(TestData.Line(16), cancellationToken: new CancellationToken(canceled: true));
        Assert.True(result.Cancelled);
        Assert.Empty(result.History);
        Assert.Equal(0, result.Steps);
        Assert.Equal(before, network.Parameters["weight"].ToArray<float>());
    }

    [Fact]
    public void AnEpochCancelledDuringValidationIsReportedWithoutIt()
    {
        using var source = new CancellationTokenSource();
        var validation = TestData.Line(20);
        validation.OnFill = source.Cancel;
        var result = new Trainer(new LinearNetwork<float>(2, 1, TestLoss.MeanSquaredError), new Sgd(0.1)) { ValidationBatchSize = 10 }
            .Fit(TestData.Line(16), validation, epochs: 3, cancellationToken: source.Token);
        Assert.True(result.Cancelled);
        Assert.Null(Assert.Single(result.History).Validation);
    }

    [Fact]
    public void CancellingInTheLastCallbackComesTooLate()
    {
        using var source = new CancellationTokenSource();
        var trainer = new Trainer(new LinearNetwork<float>(2, 1, TestLoss.MeanSquaredError), new Sgd(0.1)) { OnEpoch = _ => source.Cancel() };
        Assert.False(trainer.Fit(TestData.Line(16), cancellationToken: source.Token).Cancelled);
    }

    [Theory]
    [InlineData(double.NaN, 0.0)]
    [InlineData(double.PositiveInfinity, 0.0)]
    [InlineData(0.0, double.NegativeInfinity)]
    public void ALossThatIsNotFiniteEndsTheRunBeforeTheUpdate(double data, double penalty)
    {
        var network = new LinearNetwork<float>(2, 1, TestLoss.MeanSquaredError);
        float[] before = [];
        network.DuringStep = _ => before = network.Parameters["weight"].ToArray<float>();
        network.ChangeLoss = (workspace, loss) => workspace.Step == 6 ? new LossValue(data, penalty) : loss;
        var trainer = new Trainer(network, new Adam(0.125)) { BatchSize = 4 };
        var exception = Assert.Throws<TrainingDivergedException>(() => trainer.Fit(TestData.Line(16), epochs: 3));

        Assert.Equal((2, 2, 0.125), (exception.Epoch, exception.Step, exception.LearningRate));
        Assert.Contains("epoch 2, step 2", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, network.Parameters["weight"].ToArray<float>());
        Assert.Equal(5, trainer.StepCount);
        Assert.Equal(5, trainer.Optimizer.StepCount);
        network.Parameters.EndRead(network.Parameters.BeginRead());

        network.ChangeLoss = null;
        Assert.Equal(4, trainer.Fit(TestData.Line(16)).Steps);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void AGradientThatIsNotFiniteEndsTheRunBeforeTheUpdate(float value)
    {
        var network = new LinearNetwork<float>(2, 1, TestLoss.MeanSquaredError) { PoisonedGradient = value };
        var before = network.Parameters["weight"].ToArray<float>();
        var exception = Assert.Throws<TrainingDivergedException>(
            () => new Trainer(network, new Sgd(0.1)) { ClipValue = 1 }.Fit(TestData.Line(16)));
        Assert.Contains("'bias'", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, network.Parameters["weight"].ToArray<float>());
    }

    [Fact]
    public void PredictionsAreRefusedDuringAStepAndAllowedInCallbacks()
    {
        var network = new LinearNetwork<float>(2, 1, TestLoss.MeanSquaredError);
        var (inputs, outputs) = (new Batch(network.Description.Inputs), new Batch(network.Description.Outputs));
        inputs.Resize(1);
        var refused = 0;
        var allowed = 0;
        network.DuringStep = _ => refused += Assert.Throws<InvalidOperationException>(() => network.Predict(inputs, outputs)) is null ? 0 : 1;
        void Predict()
        {
            network.Predict(inputs, outputs);
            allowed++;
        }

        var trainer = new Trainer(network, new Sgd(0.01)) { BatchSize = 8, OnEpoch = _ => Predict() };
        trainer.Fit(TestData.Line(16), TestData.Line(4), progress: new Recorder { OnReport = _ => Predict() });
        Assert.Equal((2, 4), (refused, allowed));
    }

    [Fact]
    public void ATrainerRunsOnceAtATime()
    {
        var network = new LinearNetwork<float>(2, 1, TestLoss.MeanSquaredError);
        Trainer? trainer = null;
        trainer = new Trainer(network, new Sgd(0.01)) { OnEpoch = _ => trainer!.Fit(TestData.Line(4)) };
        Assert.Throws<InvalidOperationException>(() => trainer.Fit(TestData.Line(4)));
    }

    private static void CancelAt(bool now, CancellationTokenSource source)
    {
        if (now)
        {
            source.Cancel();
        }
    }

    private sealed class Recorder : IProgress<TrainingProgress>
    {
        internal List<TrainingProgress> Seen { get; } = [];

        internal Action<TrainingProgress>? OnReport { get; init; }

        public void Report(TrainingProgress value)
        {
            Seen.Add(value);
            OnReport?.Invoke(value);
        }
    }
}
