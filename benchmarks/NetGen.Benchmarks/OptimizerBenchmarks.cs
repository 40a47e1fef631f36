using System;
using System.Collections.Generic;
using BenchmarkDotNet.Attributes;

namespace NetGen.Benchmarks;

/// <summary>One step of each optimiser over 401,000 parameters, one thread.</summary>
[MemoryDiagnoser]
public class OptimizerBenchmarks
{
    private static readonly Dictionary<string, Func<Optimizer>> Optimizers = new()
    {
        [nameof(Sgd)] = () => new Sgd(1e-3),
        [nameof(Momentum)] = () => new Momentum(1e-3),
        [nameof(Nesterov)] = () => new Nesterov(1e-3),
        [nameof(Adagrad)] = () => new Adagrad(1e-3),
        [nameof(RMSProp)] = () => new RMSProp(1e-3),
        [nameof(Adam)] = () => new Adam(1e-3),
        [nameof(AdamW)] = () => new AdamW(1e-3),
    };

    private readonly Networks.Wide _network = new(1);
    private readonly ParameterBuffer _gradients;
    private Optimizer _optimizer = new Sgd(1e-3);

    /// <summary>Makes gradients of an ordinary size.</summary>
    public OptimizerBenchmarks()
    {
        _gradients = _network.CreateGradients();
        foreach (var parameter in _gradients.Views())
        {
            var values = Columns.Uniform(parameter.Count);
            parameter.CopyFrom<float>(values);
        }
    }

    /// <summary>The optimisers by name.</summary>
    public static IEnumerable<string> Names => Optimizers.Keys;

    /// <summary>Which optimiser.</summary>
    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = nameof(Sgd);

    /// <summary>A new optimiser with its state at the start.</summary>
    [GlobalSetup]
    public void Setup() => _optimizer = Optimizers[Name]();

    /// <summary>One step.</summary>
    [Benchmark]
    public void Step() => _optimizer.Step(_network.Parameters, _gradients);
}
