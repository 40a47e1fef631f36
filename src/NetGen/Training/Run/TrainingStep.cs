namespace NetGen;

/// <summary>One step of training: fill a batch, loss and gradient, clip, update. It keeps the memory for all of them.</summary>
internal sealed class TrainingStep
{
    private readonly Trainer _trainer;
    private readonly ITrainableNetwork _network;
    private readonly Workspace _workspace;
    private readonly ParameterBuffer _gradients;
    private readonly GradientLoops _loops;
    private readonly int _workers;
    private readonly BatchWeights _weights;

    internal TrainingStep(Trainer trainer)
    {
        _trainer = trainer;
        _network = trainer.Network;
        var parameters = _network.Parameters;
        Batch = new Batch(_network.Description.BatchColumns);
        _workspace = _network.CreateWorkspace();
        _gradients = new ParameterBuffer(parameters.Segments, parameters.Buffer.ElementType);
        _workers = trainer.Workers ?? WorkerChoice.For(_network.Description, trainer.BatchSize);
        _workspace.Workers = _workers;
        _loops = new GradientLoops(_gradients, _workers);
        _weights = new BatchWeights(_network.Description);
    }

    /// <summary>The batch, to be filled before each step.</summary>
    internal Batch Batch { get; }

    /// <summary>How much the batch counts in the mean loss.</summary>
    internal double Weight => _weights.Of(Batch);

    /// <summary>Takes the step on what the batch holds.</summary>
    /// <param name="epoch">The number of the epoch, from 1.</param>
    /// <param name="stepInEpoch">The number of the step in it, from 1.</param>
    /// <param name="step">How many steps the trainer has taken before; the randomness of the step depends on it.</param>
    /// <returns>The loss before the update.</returns>
    /// <exception cref="TrainingDivergedException">Loss or gradient is not finite; the weights are left as they were.</exception>
    internal LossValue Take(int epoch, int stepInEpoch, long step)
    {
        var parameters = _network.Parameters;
        _workspace.Seed = unchecked((ulong)_trainer.Seed);
        _workspace.Step = step;
        parameters.BeginUpdate();
        try
        {
            var loss = _network.LossAndGradient(Batch, _workspace, _gradients);
            CheckFinite(loss, epoch, stepInEpoch);
            Clip();
            _trainer.Optimizer.StepWithinUpdate(parameters, _gradients, _workers);
            return loss;
        }
        finally
        {
            parameters.EndUpdate();
        }
    }

    private void CheckFinite(LossValue loss, int epoch, int step)
    {
        if (!double.IsFinite(loss.Total))
        {
            throw Diverged($"The loss is {loss.Total}", epoch, step);
        }

        // A finite loss can have a gradient that is not, as √x at 0.
        if (_loops.FirstNotFinite() is { } name)
        {
            throw Diverged($"The {(_gradients[name].Segment.IsState ? "next value" : "gradient")} of '{name}' is not finite", epoch, step);
        }
    }

    private TrainingDivergedException Diverged(string what, int epoch, int step) =>
        new(what, epoch, step, _trainer.Optimizer.LearningRate);

    private void Clip()
    {
        if (_trainer.ClipValue is { } value)
        {
            _loops.ClipValue(value);
        }

        if (_trainer.ClipNorm is { } norm)
        {
            _loops.ClipNorm(norm);
        }
    }
}
