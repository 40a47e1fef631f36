using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Threading;

namespace NetGen;

/// <summary>One call of <see cref="Trainer.Fit"/>.</summary>
internal sealed class TrainingRun
{
    private readonly Trainer _trainer;
    private readonly TrainingStep _step;
    private readonly SampleOrder _order;
    private readonly IDataset _train;
    private readonly int _lastEpoch;
    private readonly int _stepsPerEpoch;
    private readonly int _dataWorkers;
    private readonly long _start = Stopwatch.GetTimestamp();
    private LossMean _loss;

    internal TrainingRun(Trainer trainer, TrainingStep step, IDataset train, int epochs)
    {
        _trainer = trainer;
        _step = step;
        _train = train;

        // A network that is too small to share has data that may not be.
        _dataWorkers = trainer.Workers ?? Environment.ProcessorCount;
        _order = new SampleOrder(train.Count, trainer.Seed);
        _lastEpoch = checked(trainer.EpochCount + epochs);
        _stepsPerEpoch = (int)(((long)train.Count + trainer.BatchSize - 1) / trainer.BatchSize);
    }

    internal IDataset? Validation { get; init; }

    internal IProgress<TrainingProgress>? Progress { get; init; }

    internal CancellationToken Cancellation { get; init; }

    internal TrainingResult Execute()
    {
        var history = ImmutableArray.CreateBuilder<EpochReport>();
        var firstStep = _trainer.StepCount;
        var cancelled = false;
        while (!cancelled && _trainer.EpochCount < _lastEpoch)
        {
            var start = Stopwatch.GetTimestamp();
            if (!TrainEpoch())
            {
                cancelled = true;
                break;
            }

            var validation = Validation is null ? null : _trainer.Evaluator.Evaluate(Validation, Cancellation);
            cancelled = validation is { Cancelled: true };
            var report = new EpochReport(
                _trainer.EpochCount, _loss.Value, cancelled ? null : validation, _trainer.Optimizer.LearningRate, Stopwatch.GetElapsedTime(start));
            history.Add(report);
            Progress?.Report(State(_stepsPerEpoch, report));
            _trainer.OnEpoch?.Invoke(report);
        }

        return new TrainingResult(history.DrainToImmutable(), _trainer.StepCount - firstStep, cancelled, Stopwatch.GetElapsedTime(_start));
    }

    /// <summary>Trains one epoch.</summary>
    /// <returns>Whether it was completed.</returns>
    private bool TrainEpoch()
    {
        if (Cancellation.IsCancellationRequested)
        {
            return false;
        }

        _loss = default;
        _trainer.BeginEpoch();
        if (_trainer.Shuffle)
        {
            _order.Shuffle(_trainer.EpochCount);
        }

        for (var step = 1; step <= _stepsPerEpoch; step++)
        {
            if (Cancellation.IsCancellationRequested)
            {
                return false;
            }

            TrainBatch(step);
            Progress?.Report(State(step, report: null));
        }

        return true;
    }

    private void TrainBatch(int step)
    {
        var meterStart = TrainingMeter.Start();
        var rows = _order.Batch(step - 1, _trainer.BatchSize);
        _train.FillForTraining(rows, _step.Batch, new TrainingDraw(_trainer.Seed, _trainer.EpochCount, _dataWorkers));
        _trainer.BeginStep();
        var loss = _step.Take(_trainer.EpochCount, step, _trainer.StepCount);
        _trainer.EndStep();
        _loss.Add(loss, rows.Length, _step.Weight);
        TrainingMeter.Record(meterStart, rows.Length, loss.Total);
    }

    private TrainingProgress State(int step, EpochReport? report) => new(
        _trainer.EpochCount,
        _lastEpoch,
        step,
        _stepsPerEpoch,
        _loss.Samples,
        _loss.Value,
        _trainer.Optimizer.LearningRate,
        Stopwatch.GetElapsedTime(_start),
        report);
}
