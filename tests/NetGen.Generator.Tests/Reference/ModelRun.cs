using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;
using NetGen.Generator.Tests.Layers;
using NetGen.Testing.Reference;

namespace NetGen.Generator.Tests.Reference;

/// <summary>A network with numbers for its parameters and columns, ready for the interpreter.</summary>
internal sealed class ModelRun
{
    private readonly Random _numbers;

    public ModelRun(int samples, params LayerDeclaration[] layers)
        : this(Declare.Model(layers), samples, seed: 7)
    {
    }

    /// <summary>Draws all numbers: parameters and inputs from N(0, 1), targets from [0, 1), equal sample weights.</summary>
    public ModelRun(NetworkModel model, int samples, int seed)
    {
        _numbers = new Random(seed);
        Model = model;
        Samples = samples;
        Parameters = model.Parameters.ToDictionary(parameter => parameter.Name, parameter => Normals((int)parameter.Shape.Count));
        foreach (var input in model.Inputs)
        {
            Inputs[(input.Name, InputRole.Data)] = Normals(samples * (int)input.Shape.Count);
        }

        foreach (var target in model.Targets)
        {
            Inputs[(target.Name, InputRole.Target)] = Enumerable.Range(0, samples * (int)target.Shape.Count)
                .Select(_ => target.ClassCount > 0 ? _numbers.Next(target.ClassCount) : _numbers.NextDouble()).ToArray();
        }

        foreach (var loss in model.Losses)
        {
            Inputs[(loss.Name, InputRole.SampleScale)] = Enumerable.Repeat(1.0 / samples, samples).ToArray();
        }
    }

    public NetworkModel Model { get; }

    public int Samples { get; }

    public Dictionary<string, double[]> Parameters { get; }

    public Dictionary<(string Name, InputRole Role), double[]> Inputs { get; } = [];

    public IRandomNumbers? Random { get; init; }

    /// <summary>Replaces the numbers of the only input.</summary>
    public ModelRun WithInput(params double[] numbers)
    {
        Inputs[("input", InputRole.Data)] = numbers;
        return this;
    }

    /// <summary>Replaces the numbers of a target.</summary>
    public ModelRun WithTarget(params double[] numbers)
    {
        Inputs[("target", InputRole.Target)] = numbers;
        return this;
    }

    public IReadOnlyDictionary<(string Name, ResultRole Role), double[]> Predict() =>
        ReferenceInterpreter.Run(Model.Prediction, Samples, Parameters, Inputs);

    public IReadOnlyDictionary<(string Name, ResultRole Role), double[]> Train() =>
        ReferenceInterpreter.Run(Model.Training, Samples, Parameters, Inputs, Random);

    /// <summary>The only output in prediction form.</summary>
    public double[] Output() => Predict()[("output", ResultRole.Output)];

    /// <summary>The total loss in prediction form.</summary>
    public double Loss() => Predict()[("loss", ResultRole.Loss)].Single();

    private double[] Normals(int count) => Enumerable.Range(0, count)
        .Select(_ => Math.Sqrt(-2 * Math.Log(1 - _numbers.NextDouble())) * Math.Cos(2 * Math.PI * _numbers.NextDouble()))
        .ToArray();
}
