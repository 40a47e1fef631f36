using System;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;

namespace NetGen.Tests.Training;

/// <summary>
/// A network written by hand: y = x·Wᵀ + b with any number of losses on y, in plain loops. It is linear, logistic or
/// softmax regression by its loss.
/// </summary>
internal sealed class LinearNetwork<T> : ITrainableNetwork
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly ElementType Type = typeof(T) == typeof(double) ? ElementType.Float64 : ElementType.Float32;
    private readonly int _inputs;
    private readonly int _outputs;
    private readonly int _padded;
    private readonly TestLoss[] _losses;

    internal LinearNetwork(int inputs, int outputs, params TestLoss[] losses)
        : this(inputs, outputs, l1: 0, l2: 0, factors: [.. losses.Select(_ => 1.0)], losses)
    {
    }

    internal LinearNetwork(int inputs, int outputs, double l1, double l2, double[] factors, params TestLoss[] losses)
    {
        (_inputs, _outputs, _losses) = (inputs, outputs, losses);
        _padded = (outputs + 15) / 16 * 16;
        var initializer = new Initializer(Init.Default, 1, inputs, outputs);
        ImmutableArray<ParameterSegment> segments =
        [
            new("weight", [outputs, inputs], 0, 0, initializer, L1: l1, L2: l2),
            new("bias", [outputs], _padded * inputs, 0, initializer),
        ];
        Description = Describe(segments, factors);
        Parameters = new ParameterStore(segments, Type);
        Initialization.Initialize(Parameters, seed: 1);
    }

    public NetworkDescription Description { get; }

    public ParameterStore Parameters { get; }

    /// <summary>Is called at the beginning of each training pass.</summary>
    internal Action<Workspace>? DuringStep { get; set; }

    /// <summary>Replaces the loss of a training pass.</summary>
    internal Func<Workspace, LossValue, LossValue>? ChangeLoss { get; set; }

    /// <summary>A value to put into the gradient of the bias.</summary>
    internal T? PoisonedGradient { get; set; }

    public Workspace CreateWorkspace(int capacity = 1) => new(typeof(LinearNetwork<T>), Type, 2 * _padded, 0, capacity);

    public void Predict(Batch inputs, Batch outputs)
    {
        var version = Parameters.BeginRead();
        outputs.Resize(inputs.Count);
        for (var sample = 0; sample < inputs.Count; sample++)
        {
            Apply(inputs, sample, outputs[0].AsSpan<T>().Slice(sample * _outputs, _outputs));
        }

        Parameters.EndRead(version);
    }

    public void Forward(Batch inputs, Batch outputs, Workspace workspace) => throw new NotSupportedException();

    public void Backward(Batch outputGradients, Workspace workspace, ParameterBuffer gradients, Batch? inputGradients = null) =>
        throw new NotSupportedException();

    public LossValue LossAndGradient(Batch batch, Workspace workspace, ParameterBuffer gradients)
    {
        DuringStep?.Invoke(workspace);
        workspace.Reserve(batch.Count);
        gradients.Buffer.Clear();
        var output = workspace.Arena.AsSpan<T>()[.._outputs];
        var slope = workspace.Arena.AsSpan<T>().Slice(_padded, _outputs);
        var data = 0.0;
        for (var sample = 0; sample < batch.Count; sample++)
        {
            slope.Clear();
            Apply(batch, sample, output);
            data += LossOf(batch, sample, output, slope);
            AddGradient(batch, sample, slope, gradients);
        }

        if (PoisonedGradient is { } value)
        {
            gradients.Buffer.AsSpan<T>()[gradients.Segments[1].Offset] = value;
        }

        var loss = new LossValue(data, Regularization.AddGradient(Parameters, gradients));
        workspace.Step++;
        return ChangeLoss?.Invoke(workspace, loss) ?? loss;
    }

    public LossValue Loss(Batch batch, Workspace workspace, Batch predictions)
    {
        var version = Parameters.BeginRead();
        workspace.Reserve(batch.Count);
        predictions.Resize(batch.Count);
        var data = 0.0;
        for (var sample = 0; sample < batch.Count; sample++)
        {
            var output = predictions[0].AsSpan<T>().Slice(sample * _outputs, _outputs);
            Apply(batch, sample, output);
            for (var other = 1; other < _losses.Length; other++)
            {
                output.CopyTo(predictions[other].AsSpan<T>()[(sample * _outputs)..]);
            }

            data += LossOf(batch, sample, output, workspace.Arena.AsSpan<T>()[.._outputs]);
        }

        Parameters.EndRead(version);
        return new LossValue(data, Regularization.Penalty(Parameters));
    }

    private static double Scale(BatchColumn weights, int sample)
    {
        if (!weights.IsPresent)
        {
            return 1.0 / weights.Count;
        }

        var sum = 0.0;
        foreach (var weight in weights.AsSpan<T>())
        {
            sum += double.CreateTruncating(weight);
        }

        return sum == 0 ? 0 : double.CreateTruncating(weights.AsSpan<T>()[sample]) / sum;
    }

    private double LossOf(Batch batch, int sample, ReadOnlySpan<T> output, Span<T> slope)
    {
        var sum = 0.0;
        for (var i = 0; i < _losses.Length; i++)
        {
            var factor = Description.Losses[i].Weight * Scale(batch[1 + _losses.Length + i], sample);
            sum += factor * _losses[i].Evaluate(output, batch[1 + i], sample, factor, slope);
        }

        return sum;
    }

    private void Apply(Batch batch, int sample, Span<T> output)
    {
        var x = batch[0].AsSpan<T>().Slice(sample * _inputs, _inputs);
        var parameters = Parameters.Buffer.AsSpan<T>();
        var (weight, bias) = (Parameters.Segments[0], Parameters.Segments[1]);
        for (var j = 0; j < _outputs; j++)
        {
            output[j] = parameters[bias.Locate(j)];
            for (var k = 0; k < _inputs; k++)
            {
                output[j] += x[k] * parameters[weight.Locate((j * _inputs) + k)];
            }
        }
    }

    private void AddGradient(Batch batch, int sample, ReadOnlySpan<T> slope, ParameterBuffer gradients)
    {
        var x = batch[0].AsSpan<T>().Slice(sample * _inputs, _inputs);
        var values = gradients.Buffer.AsSpan<T>();
        var (weight, bias) = (gradients.Segments[0], gradients.Segments[1]);
        for (var j = 0; j < _outputs; j++)
        {
            values[bias.Locate(j)] += slope[j];
            for (var k = 0; k < _inputs; k++)
            {
                values[weight.Locate((j * _inputs) + k)] += slope[j] * x[k];
            }
        }
    }

    private NetworkDescription Describe(ImmutableArray<ParameterSegment> segments, double[] factors)
    {
        var input = new ColumnDescription("input", ColumnRole.Input, Type, [_inputs]);
        var targets = _losses.Select((loss, i) => loss.Target(i == 0 ? "target" : $"target{i + 1}", Type, _outputs));
        var weights = _losses.Select((_, i) => new ColumnDescription($"weight{i + 1}", ColumnRole.SampleWeight, Type, []));
        return new NetworkDescription
        {
            Name = nameof(LinearNetwork<>),
            ElementType = Type,
            Layers = [],
            Losses = [.. _losses.Select((loss, i) => new LossDescription($"loss{i + 1}", loss.Kind(), 1 + i, factors[i]))],
            Inputs = [input],
            Outputs = [new ColumnDescription("output", ColumnRole.Output, Type, [_outputs])],
            BatchColumns = [input, .. targets, .. weights],
            Predictions = [.. _losses.Select((_, i) => new ColumnDescription($"loss{i + 1}", ColumnRole.Prediction, Type, [_outputs]))],
            Segments = segments,
            ParameterCount = segments.Sum(segment => segment.Count),
            MultiplyAdds = (long)_inputs * _outputs,
        };
    }
}
