using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NetGen;

/// <summary>
/// Updates the parameters of one network from their gradient, in one vectorised loop over the flat buffer. Formulas,
/// argument order and defaults are PyTorch's (<c>torch.optim</c>). Frozen parameters are left alone, and states such as running means take
/// the values that the training pass gave them. The optimiser's own state is created on the first step and belongs to one network from then
/// on; later steps allocate nothing.
/// </summary>
public abstract class Optimizer
{
    /// <summary>What one worker updates before another is worth waking, a multiple of the longest vector.</summary>
    private const int UpdateUnit = 1024;

    private readonly ImmutableArray<string> _stateNames;
    private ParameterBuffer[] _state = [];
    private ImmutableArray<(int Start, int Length, double Decay)> _ranges = [];
    private ImmutableArray<ParameterSegment> _states = [];
    private ParameterStore? _owner;
    private UpdateWork? _work;

    private protected Optimizer(double learningRate, double weightDecay, params ImmutableArray<string> stateNames)
    {
        LearningRate = Require.NonNegative(learningRate);
        WeightDecay = Require.NonNegative(weightDecay);
        _stateNames = stateNames;
    }

    /// <summary>The factor of the step. Schedules set it between steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, not finite, or over the largest <see cref="float"/>.</exception>
    public double LearningRate
    {
        get;
        set => field = Require.NonNegative(value, nameof(LearningRate));
    }

    /// <summary>The factor of weight decay. Only <see cref="AdamW"/> decays apart from the gradient; the others add WeightDecay · w to it.</summary>
    public double WeightDecay { get; }

    /// <summary>
    /// Which parameters weight decay applies to. Unless given all trainable ones do, biases too, as in PyTorch with one
    /// parameter group; <c>segment => segment.Shape.Length > 1</c> spares biases. It is asked once, before the first step.
    /// </summary>
    public Func<ParameterSegment, bool>? Decays { get; init; }

    /// <summary>How many steps have been taken.</summary>
    public long StepCount { get; internal set; }

    /// <summary>The names of the state buffers, as PyTorch has them.</summary>
    internal ImmutableArray<string> StateNames => _stateNames;

    /// <summary>One buffer for each of <see cref="StateNames"/>; none before the first step.</summary>
    internal IReadOnlyList<ParameterBuffer> State => _state;

    /// <summary>Takes one step. While it runs, predictions with these parameters are refused.</summary>
    /// <param name="parameters">The parameters of the network; the same on every call.</param>
    /// <param name="gradients">∂loss/∂parameters, in a buffer of the same segments and type; where a segment is a state, its next value.</param>
    /// <exception cref="ArgumentException">The gradients belong to another network or type.</exception>
    /// <exception cref="InvalidOperationException">The optimiser serves another network already, or a training step of this one is under way.</exception>
    public void Step(ParameterStore parameters, ParameterBuffer gradients) => Step(parameters, gradients, workers: 1);

    /// <summary>Takes one step that several threads share; the parameters are the same bits for any number of them.</summary>
    /// <param name="parameters">The parameters of the network; the same on every call.</param>
    /// <param name="gradients">∂loss/∂parameters, in a buffer of the same segments and type; where a segment is a state, its next value.</param>
    /// <param name="workers">By how many threads at most, this one included.</param>
    /// <exception cref="ArgumentException">The gradients belong to another network or type.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of workers is not positive.</exception>
    /// <exception cref="InvalidOperationException">The optimiser serves another network already, or a training step of this one is under way.</exception>
    public void Step(ParameterStore parameters, ParameterBuffer gradients, int workers)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(gradients);
        Require.Positive(workers);
        parameters.BeginUpdate();
        try
        {
            StepWithinUpdate(parameters, gradients, workers);
        }
        finally
        {
            parameters.EndUpdate();
        }
    }

    /// <summary>Takes one step inside an update of the parameters that the caller has begun and ends.</summary>
    internal void StepWithinUpdate(ParameterStore parameters, ParameterBuffer gradients, int workers)
    {
        Require.SameLayout(parameters, gradients);
        Attach(parameters);
        StepCount++;
        if (workers == 1)
        {
            UpdatePart(gradients, Worker.Alone);
        }
        else
        {
            (_work ??= new UpdateWork(this)).Run(gradients, workers);
        }

        foreach (var state in _states)
        {
            parameters.Buffer.CopyFrom(gradients.Buffer, state.Offset, state.Length);
        }
    }

    /// <summary>Creates the state for a network unless it exists.</summary>
    /// <exception cref="InvalidOperationException">The optimiser serves another network.</exception>
    internal void Attach(ParameterStore parameters)
    {
        if (ReferenceEquals(_owner, parameters))
        {
            return;
        }

        if (_owner is not null)
        {
            throw new InvalidOperationException($"This {GetType().Name} keeps the state of another network; create one optimiser for each network.");
        }

        _state = new ParameterBuffer[_stateNames.Length];
        for (var i = 0; i < _state.Length; i++)
        {
            _state[i] = new ParameterBuffer(parameters.Segments, parameters.Buffer.ElementType);
        }

        InitializeState();
        _ranges = Ranges(parameters.Segments);
        _states = [.. parameters.Segments.Where(segment => segment.IsState)];
        _owner = parameters;
    }

    private ImmutableArray<(int Start, int Length, double Decay)> Ranges(ImmutableArray<ParameterSegment> segments)
    {
        var ranges = ImmutableArray.CreateBuilder<(int, int, double)>();
        for (var first = 0; first < segments.Length;)
        {
            var segment = segments[first++];
            if (!segment.Trainable)
            {
                continue;
            }

            // Neighbours under the same decay are one range; padding between them is zero and stays zero.
            var decay = DecayOf(segment);
            var end = segment.Offset + segment.Length;
            while (first < segments.Length && segments[first] is { Trainable: true } next && next.Offset == end && DecayOf(next) == decay)
            {
                end += next.Length;
                first++;
            }

            ranges.Add((segment.Offset, end - segment.Offset, decay));
        }

        return ranges.ToImmutable();
    }

    // Every parameter is updated by itself, so it does not matter where a range is cut.
    private void UpdatePart(ParameterBuffer gradients, Worker worker)
    {
        foreach (var (start, length, decay) in _ranges)
        {
            var (first, count) = worker.Share(length, UpdateUnit);
            if (count > 0)
            {
                Update(_owner!, gradients, (start + first)..(start + first + count), decay);
            }
        }
    }

    private double DecayOf(ParameterSegment segment) => WeightDecay != 0 && Decays?.Invoke(segment) != false ? WeightDecay : 0;

    private void Update(ParameterStore parameters, ParameterBuffer gradients, Range range, double decay)
    {
        if (parameters.Buffer.ElementType == ElementType.Float64)
        {
            Update(new UpdateRange<double>(range, parameters, gradients, _state, decay));
        }
        else
        {
            Update(new UpdateRange<float>(range, parameters, gradients, _state, decay));
        }
    }

    /// <summary>Sets states that do not begin at zero.</summary>
    private protected virtual void InitializeState()
    {
    }

    // The loops behind these are never inlined here: that would use up the compiler's budget before the loop's own calls.

    /// <summary>Updates a range of trainable parameters. Where gradient and parameter are zero, as in padding, the parameter stays zero.</summary>
    private protected abstract void Update(UpdateRange<float> range);

    /// <inheritdoc cref="Update(UpdateRange{float})"/>
    private protected abstract void Update(UpdateRange<double> range);

    private sealed class UpdateWork(Optimizer optimizer) : IWork
    {
        private ParameterBuffer? _gradients;

        internal void Run(ParameterBuffer gradients, int workers)
        {
            _gradients = gradients;
            try
            {
                WorkerPool.Run(this, workers);
            }
            finally
            {
                _gradients = null;
            }
        }

        void IWork.Run(Worker worker) => optimizer.UpdatePart(_gradients!, worker);
    }
}
