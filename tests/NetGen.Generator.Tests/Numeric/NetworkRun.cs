using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Graph;
using NetGen.Generator.Tests.Reference;

namespace NetGen.Generator.Tests.Numeric;

/// <summary>A compiled network with numbers for its parameters and columns, and what the reference interpreter makes of the same numbers.</summary>
internal sealed class NetworkRun
{
    public const ulong Seed = 99;
    public const long Step = 5;

    private readonly Random _numbers;

    public NetworkRun(string name, Precision precision, int samples, int seed)
    {
        Compiled = CompiledNetworks.Get(name, precision);
        Network = Compiled.Create(seed);
        Samples = samples;
        _numbers = new Random(seed);
        Workspace = Network.CreateWorkspace();
        Gradients = new ParameterBuffer(Network.Description.Segments, Network.Description.ElementType);
        foreach (var view in Network.Parameters.Views())
        {
            // Values keep their magnitude from layer to layer, as in a network that someone would train.
            var scale = view.Shape.Length > 1 ? 1 / Math.Sqrt(view.Shape[^1]) : 0.5;
            view.CopyFrom<double>(Enumerable.Range(0, view.Count).Select(_ => scale * Normal()).ToArray());
        }

        Inputs = Batch(Network.Description.BatchColumns.IsEmpty ? Network.Description.Inputs : Network.Description.BatchColumns);
        Upstream = Batch(Network.Description.Outputs);
    }

    public CompiledNetwork Compiled { get; }

    public INetwork Network { get; }

    public int Samples { get; }

    public Workspace Workspace { get; }

    public ParameterBuffer Gradients { get; }

    /// <summary>Inputs and, with a loss, targets and sample weights, one of which masks.</summary>
    public Batch Inputs { get; }

    /// <summary>A gradient for each output.</summary>
    public Batch Upstream { get; }

    public bool IsDouble => Compiled.Precision == Precision.Double;

    /// <summary>The same dropout and noise for every pass.</summary>
    public void Rewind() => (Workspace.Seed, Workspace.Step) = (Seed, Step);

    public Batch Predict()
    {
        var outputs = new Batch(Network.Description.Outputs);
        Network.Predict(Inputs, outputs);
        return outputs;
    }

    public Batch Forward()
    {
        Rewind();
        var outputs = new Batch(Network.Description.Outputs);
        ((IDifferentiableNetwork)Network).Forward(Inputs, outputs, Workspace);
        return outputs;
    }

    public Batch Backward()
    {
        var inputGradients = new Batch(Network.Description.Inputs);
        ((IDifferentiableNetwork)Network).Backward(Upstream, Workspace, Gradients, inputGradients);
        return inputGradients;
    }

    public LossValue LossAndGradient()
    {
        Rewind();
        return ((ITrainableNetwork)Network).LossAndGradient(Inputs, Workspace, Gradients);
    }

    /// <summary>The results of a graph by the reference interpreter, for the very numbers that the emitted code sees.</summary>
    public IReadOnlyDictionary<(string Name, ResultRole Role), double[]> Reference(ComputationGraph graph)
    {
        var model = Compiled.Model;
        var inputs = new Dictionary<(string Name, InputRole Role), double[]>();
        for (var i = 0; i < model.Inputs.Count; i++)
        {
            inputs[(model.Inputs[i].Name, InputRole.Data)] = Numbers(Inputs[i]);
        }

        for (var i = 0; i < model.Targets.Count; i++)
        {
            inputs[(model.Targets[i].Name, InputRole.Target)] = Numbers(Inputs[model.Inputs.Count + i]);
        }

        for (var i = 0; i < model.Losses.Count; i++)
        {
            var weights = Numbers(Inputs[model.Inputs.Count + model.Targets.Count + i]);
            inputs[(model.Losses[i].Name, InputRole.SampleScale)] = weights.Select(weight => weight / weights.Sum()).ToArray();
        }

        for (var i = 0; i < model.Outputs.Count; i++)
        {
            inputs[(model.Outputs[i].Name, InputRole.OutputGradient)] = Numbers(Upstream[i]);
        }

        var parameters = Network.Parameters.Views().ToDictionary(view => view.Name, view => view.ToArray<double>());
        return ReferenceInterpreter.Run(graph, Samples, parameters, inputs, new PhiloxNumbers(Seed, Step, IsDouble));
    }

    public ComputationGraph LossGraph() => GradientGraphs.LossAndGradient(Compiled.Model);

    public ComputationGraph PassGraph() => GradientGraphs.VectorJacobianProduct(Compiled.Model);

    public static double[] Numbers(BatchColumn column) => column.Description.ElementType switch
    {
        ElementType.Float64 => column.AsSpan<double>().ToArray(),
        ElementType.Int32 => column.AsSpan<int>().ToArray().Select(number => (double)number).ToArray(),
        _ => column.AsSpan<float>().ToArray().Select(number => (double)number).ToArray(),
    };

    /// <summary>A batch with only some of the samples of another.</summary>
    public static Batch Take(Batch batch, ImmutableArray<ColumnDescription> columns, int count)
    {
        var part = new Batch(columns);
        part.Resize(count);
        for (var i = 0; i < columns.Length; i++)
        {
            Set(part[i], Numbers(batch[i]).Take(count * columns[i].Size).ToArray());
        }

        return part;
    }

    private static void Set(BatchColumn column, double[] numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            switch (column.Description.ElementType)
            {
                case ElementType.Float64:
                    column.AsSpan<double>()[i] = numbers[i];
                    break;
                case ElementType.Int32:
                    column.AsSpan<int>()[i] = (int)numbers[i];
                    break;
                default:
                    column.AsSpan<float>()[i] = (float)numbers[i];
                    break;
            }
        }
    }

    private Batch Batch(ImmutableArray<ColumnDescription> columns)
    {
        var batch = new Batch(columns);
        batch.Resize(Samples);
        foreach (var column in batch.Columns)
        {
            column.IsPresent = true;
            Set(column, Draw(column.Description));
        }

        return batch;
    }

    private double[] Draw(ColumnDescription column)
    {
        if (column.Role == ColumnRole.SampleWeight)
        {
            // The second sample is masked where that leaves another.
            return Enumerable.Range(0, Samples).Select(i => i == 1 ? 0 : 0.5 + _numbers.NextDouble()).ToArray();
        }

        var numbers = Enumerable.Range(0, Samples * column.Size)
            .Select(_ => column.ClassCount > 0 ? _numbers.Next(column.ClassCount) : column.Role == ColumnRole.Target ? _numbers.NextDouble() : Normal()).ToArray();
        if (column is { Role: ColumnRole.Target, ClassCount: 0 })
        {
            // Distributions, so that the targets suit every loss.
            for (var row = 0; row < Samples; row++)
            {
                var sample = numbers.AsSpan(row * column.Size, column.Size);
                var sum = 0.0;
                foreach (var number in sample)
                {
                    sum += number;
                }

                for (var i = 0; i < sample.Length; i++)
                {
                    sample[i] /= sum;
                }
            }
        }

        return numbers;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _numbers.NextDouble())) * Math.Cos(2 * Math.PI * _numbers.NextDouble());
}
