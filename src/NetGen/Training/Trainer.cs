using System;
using System.Threading;

namespace NetGen;

/// <summary>
/// Trains a network on a data set by an optimiser, in batches. A trainer keeps count of epochs and steps and its
/// optimiser keeps its state, so that calling <see cref="Fit"/> again continues. Same seed, same data: same weights,
/// bit by bit, on machines of the same vector width. After the first steps a step allocates nothing.
/// </summary>
public sealed class Trainer
{
    private TrainingStep? _step;
    private double? _initialLearningRate;
    private int _running;

    /// <summary>Creates a trainer.</summary>
    /// <param name="network">The network to train.</param>
    /// <param name="optimizer">What updates its weights; it serves this network alone.</param>
    public Trainer(ITrainableNetwork network, Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(optimizer);
        Network = network;
        Optimizer = optimizer;
    }

    /// <summary>The network that is trained.</summary>
    public ITrainableNetwork Network { get; }

    /// <summary>What updates its weights.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>How many samples a step takes; the last step of an epoch takes those that are left. 32 unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int BatchSize
    {
        get;
        init => field = Require.Positive(value, nameof(BatchSize));
    } = 32;

    /// <summary>How many samples validation takes at once. 256 unless set; it changes speed and memory only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int ValidationBatchSize
    {
        get;
        init => field = Require.Positive(value, nameof(ValidationBatchSize));
    } = 256;

    /// <summary>
    /// How many threads share a step. Unless set as many as the machine has cores, or fewer where the network is too small to
    /// gain. The weights are the same bits for any number.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int? Workers
    {
        get;
        init => field = value is { } workers ? Require.Positive(workers, nameof(Workers)) : null;
    }

    /// <summary>The seed of shuffling, dropout, noise and augmentation.</summary>
    public int Seed { get; init; }

    /// <summary>Whether each epoch takes the samples in an order of its own, drawn from <see cref="Seed"/>. True unless set.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>The bound of the gradient's norm, or null; see <see cref="GradientClipping.ClipNorm"/>. With <see cref="ClipValue"/> it comes second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive and finite.</exception>
    public double? ClipNorm
    {
        get;
        init => field = value is { } bound ? Require.Positive(bound, nameof(ClipNorm)) : null;
    }

    /// <summary>The bound of the gradient's values, or null; see <see cref="GradientClipping.ClipValue"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive and finite.</exception>
    public double? ClipValue
    {
        get;
        init => field = value is { } bound ? Require.Positive(bound, nameof(ClipValue)) : null;
    }

    /// <summary>How the learning rate changes, from the optimiser's rate at the first <see cref="Fit"/> on; unless set it stays.</summary>
    public LearningRateSchedule? Schedule { get; init; }

    /// <summary>In what <see cref="Schedule"/> counts time. Epochs unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a unit.</exception>
    public ScheduleUnit ScheduleUnit
    {
        get;
        init => field = value is ScheduleUnit.Epoch or ScheduleUnit.Step
            ? value
            : throw new ArgumentOutOfRangeException(nameof(ScheduleUnit), value, $"Expected {ScheduleUnit.Epoch} or {ScheduleUnit.Step}, found {value}.");
    }

    /// <summary>Is called with the report of each epoch, after its validation.</summary>
    public Action<EpochReport>? OnEpoch { get; init; }

    /// <summary>How many epochs have begun, over all runs.</summary>
    public int EpochCount { get; private set; }

    /// <summary>How many steps have been taken, over all runs.</summary>
    public long StepCount { get; private set; }

    internal Evaluator Evaluator => field ??= new Evaluator(Network, ValidationBatchSize);

    /// <summary>
    /// Trains for some epochs. During a step, predictions by the network are refused; in <paramref name="progress"/> and
    /// <see cref="OnEpoch"/>, which are called between steps on this thread, they are allowed. A cancelled run stops
    /// between two steps and returns what it has; the epoch that it leaves is not taken up again.
    /// </summary>
    /// <param name="train">The samples to train on.</param>
    /// <param name="validation">The samples to evaluate on after each epoch.</param>
    /// <param name="epochs">How many times to go through the samples.</param>
    /// <param name="progress">Is told where the run stands after each step, and once more after each epoch with its report.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <returns>The report of each epoch.</returns>
    /// <exception cref="ArgumentException">A data set has no samples or cannot fill the columns of the network.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of epochs is not positive.</exception>
    /// <exception cref="InvalidOperationException">The trainer runs already, or its optimiser serves another network.</exception>
    /// <exception cref="TrainingDivergedException">A loss or gradient is not finite; the weights are those from before that step.</exception>
    public TrainingResult Fit(
        IDataset train,
        IDataset? validation = null,
        int epochs = 1,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        Require.Positive(epochs);
        Require.Samples(train, Network);
        if (validation is not null)
        {
            Require.Samples(validation, Network);
        }

        if (Interlocked.Exchange(ref _running, 1) != 0)
        {
            throw new InvalidOperationException("This trainer is running already; wait until its Fit has returned.");
        }

        try
        {
            Optimizer.Attach(Network.Parameters);
            _initialLearningRate ??= Optimizer.LearningRate;
            _step ??= new TrainingStep(this);
            var run = new TrainingRun(this, _step, train, epochs)
            {
                Validation = validation,
                Progress = progress,
                Cancellation = cancellationToken,
            };
            return run.Execute();
        }
        finally
        {
            Volatile.Write(ref _running, 0);
        }
    }

    internal void BeginEpoch()
    {
        if (ScheduleUnit == ScheduleUnit.Epoch)
        {
            SetLearningRate(EpochCount);
        }

        EpochCount++;
    }

    internal void BeginStep()
    {
        if (ScheduleUnit == ScheduleUnit.Step)
        {
            SetLearningRate(StepCount);
        }
    }

    internal void EndStep() => StepCount++;

    private void SetLearningRate(long time)
    {
        if (Schedule is not null)
        {
            Optimizer.LearningRate = Schedule.LearningRate(_initialLearningRate!.Value, time);
        }
    }
}
