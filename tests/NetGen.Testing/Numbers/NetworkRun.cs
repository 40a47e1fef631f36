using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace NetGen.Testing.Numbers;

/// <summary>
/// An instance of a compiled network with numbers for its parameters and for a batch, called through the interfaces.
/// Every call draws the same random numbers.
/// </summary>
internal sealed class NetworkRun
{
    public const ulong NoiseSeed = 77;
    public const long NoiseStep = 5;

    private readonly Workspace _workspace;

    /// <param name="instance">The network.</param>
    /// <param name="numbers">The numbers.</param>
    /// <param name="spare">For how many more samples than there are its memory has room.</param>
    public NetworkRun(INetwork instance, TestNumbers numbers, int spare = 0)
    {
        Numbers = numbers;
        Instance = instance;
        foreach (var view in Instance.Parameters.Views())
        {
            view.CopyFrom<double>(numbers.Parameters[view.Name]);
        }

        var description = Instance.Description;
        Batch = new Batch(description.Losses.IsEmpty ? description.Inputs : description.BatchColumns);
        Batch.Resize(numbers.Samples);
        foreach (var column in Batch.Columns)
        {
            column.IsPresent = numbers.Columns.TryGetValue(column.Description.Name, out var values);
            Columns.Write(column, values);
        }

        _workspace = Instance.CreateWorkspace(numbers.Samples + spare);
        if (spare > 0)
        {
            Pool.Return(Pool.Rent(numbers.Samples + spare));
        }

        Gradients = new ParameterBuffer(description.Segments, description.ElementType);
        Outputs = new Batch(description.Outputs);
        Predictions = new Batch(description.Predictions);
        InputGradients = new Batch(description.Inputs);
        Upstream = new Batch(description.Outputs);
        Upstream.Resize(numbers.Samples);
        foreach (var column in Upstream.Columns)
        {
            Columns.Write(column, numbers.Upstream[column.Description.Name]);
        }
    }

    public TestNumbers Numbers { get; }

    public INetwork Instance { get; }

    public Batch Batch { get; }

    public Batch Outputs { get; }

    public Batch Upstream { get; }

    /// <summary>What the losses consumed, after <see cref="Loss"/>.</summary>
    public Batch Predictions { get; }

    /// <summary>The gradients of the inputs, after <see cref="Backward"/>.</summary>
    public Batch InputGradients { get; }

    public ParameterBuffer Gradients { get; }

    public Workspace Workspace => _workspace;

    // The pool of predictions is private to the generated class.
    public WorkspacePool Pool => (WorkspacePool)Private("_pool")!;

    /// <summary>What the last prediction prepared from the weights; null where there is nothing to prepare.</summary>
    public PreparedValues? Prepared => (PreparedValues?)Private(Numbers.Samples == 1 && HasFormForOneSample ? "_preparedSample" : "_prepared");

    public IReadOnlyDictionary<string, double[]> Predict()
    {
        Instance.Predict(Batch, Outputs);
        return Read(Outputs);
    }

    /// <summary>A prediction of which each worker does its part, one after the other.</summary>
    public IReadOnlyDictionary<string, double[]> PredictByWorkers(int workers)
    {
        Outputs.Resize(Numbers.Samples);
        for (var i = 0; i < workers; i++)
        {
            Instance.PredictPart(Batch, Outputs, new Worker(WorkerPool.OwnTeam ??= new WorkerTeam(), i, workers));
        }

        return Read(Outputs);
    }

    public IReadOnlyDictionary<string, double[]> Forward()
    {
        SetNoise();
        ((IDifferentiableNetwork)Instance).Forward(Batch, Outputs, _workspace);
        return Read(Outputs);
    }

    /// <summary>The gradients of Σ upstream · output by parameter and input, after a forward pass.</summary>
    public (IReadOnlyDictionary<string, double[]> Parameters, IReadOnlyDictionary<string, double[]> Inputs) Backward()
    {
        ((IDifferentiableNetwork)Instance).Backward(Upstream, _workspace, Gradients, InputGradients);
        return (ReadGradients(), Read(InputGradients));
    }

    public LossValue LossAndGradient()
    {
        SetNoise();
        return ((ITrainableNetwork)Instance).LossAndGradient(Batch, _workspace, Gradients);
    }

    /// <summary>Lets training passes be shared by threads that no other run uses at the same time.</summary>
    public void ShareByWorkers(int workers)
    {
        _workspace.Workers = workers;
        WorkerPool.OwnTeam ??= new WorkerTeam();
    }

    /// <summary>The loss in prediction form and what each loss consumed.</summary>
    public (LossValue Loss, IReadOnlyDictionary<string, double[]> Predictions) Loss()
    {
        var loss = ((ITrainableNetwork)Instance).Loss(Batch, _workspace, Predictions);
        return (loss, Read(Predictions));
    }

    public IReadOnlyDictionary<string, double[]> ReadGradients() => Gradients.Views().ToDictionary(view => view.Name, view => view.ToArray<double>());

    /// <summary>Replaces one number of a parameter, as a training step does.</summary>
    public void SetParameter(ParameterSegment segment, int place, double number)
    {
        Instance.Parameters.BeginUpdate();
        Instance.Parameters.Buffer.AsSpan<double>()[segment.Locate(place)] = number;
        Instance.Parameters.EndUpdate();
    }

    /// <summary>Sets the gradient of a parameter, and none of the padding around it.</summary>
    public void FillGradient(ParameterSegment segment, double number)
    {
        for (var i = 0; i < segment.Count; i++)
        {
            if (Gradients.Buffer.ElementType == ElementType.Float64)
            {
                Gradients.Buffer.AsSpan<double>()[segment.Locate(i)] = number;
            }
            else
            {
                Gradients.Buffer.AsSpan<float>()[segment.Locate(i)] = (float)number;
            }
        }
    }

    /// <summary>Fills with NaN all memory that a call may overwrite: workspaces, outputs, gradients but for their padding.</summary>
    public void Spoil()
    {
        Columns.Fill(Workspace.Arena, double.NaN);
        foreach (var results in new[] { Outputs, Predictions, InputGradients })
        {
            results.Resize(Numbers.Samples);
            Columns.Fill(results, double.NaN);
        }

        foreach (var segment in Gradients.Segments)
        {
            FillGradient(segment, double.NaN);
        }

        var workspace = Pool.Rent(Numbers.Samples);
        Columns.Fill(workspace.Arena, double.NaN);
        Pool.Return(workspace);
    }

    private static IReadOnlyDictionary<string, double[]> Read(Batch batch) =>
        batch.Columns.ToDictionary(column => column.Description.Name, Columns.Read);

    private bool HasFormForOneSample =>
        Instance.GetType().GetMethod("PredictSample", BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    private object? Private(string field) => Instance.GetType().GetField(field, BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(Instance);

    private void SetNoise() => (_workspace.Seed, _workspace.Step) = (NoiseSeed, NoiseStep);
}
