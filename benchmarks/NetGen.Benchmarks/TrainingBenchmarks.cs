using System;
using System.Linq;
using BenchmarkDotNet.Attributes;

namespace NetGen.Benchmarks;

/// <summary>Training steps with Adam, one thread: 64 samples, of the tiny network 32.</summary>
[MemoryDiagnoser]
public class TrainingBenchmarks
{
    private const int Samples = 64;
    private const int TinySamples = 32;
    private const int Batches = 8;

    private readonly float[][] _inputs = Enumerable.Range(0, Batches).Select(_ => Columns.Uniform(Samples * 784)).ToArray();
    private readonly int[] _classes = Enumerable.Range(0, Samples).Select(i => i % 10).ToArray();
    private readonly float[][] _tinyInputs = Enumerable.Range(0, Batches).Select(_ => Columns.Uniform(TinySamples * 4)).ToArray();
    private readonly int[] _tinyClasses = Enumerable.Range(0, TinySamples).Select(i => i % 3).ToArray();
    private readonly Step _tiny;
    private readonly Step _small;
    private readonly Step _large;

    /// <summary>Creates networks and their memory.</summary>
    public TrainingBenchmarks()
    {
        var (tiny, small, large) = (new Networks.Tiny(1), new Networks.Small(1), new Networks.Large(1));
        _tiny = new Step(tiny.CreateWorkspace(TinySamples), tiny.CreateGradients());
        _small = new Step(small.CreateWorkspace(Samples), small.CreateGradients());
        _large = new Step(large.CreateWorkspace(Samples), large.CreateGradients());
        (TinyNetwork, SmallNetwork, LargeNetwork) = (tiny, small, large);
    }

    private Networks.Tiny TinyNetwork { get; }

    private Networks.Small SmallNetwork { get; }

    private Networks.Large LargeNetwork { get; }

    /// <summary>4-16-3 with tanh.</summary>
    [Benchmark]
    public double Tiny()
    {
        var loss = TinyNetwork.LossAndGradient(_tinyInputs[_tiny.Next()], _tinyClasses, _tiny.Workspace, _tiny.Gradients);
        _tiny.Optimizer.Step(TinyNetwork.Parameters, _tiny.Gradients);
        return loss.Total;
    }

    /// <summary>784-128-10.</summary>
    [Benchmark]
    public double Small()
    {
        // One batch again and again converges, and its gradients vanish.
        var loss = SmallNetwork.LossAndGradient(_inputs[_small.Next()], _classes, _small.Workspace, _small.Gradients);
        _small.Optimizer.Step(SmallNetwork.Parameters, _small.Gradients);
        return loss.Total;
    }

    /// <summary>784-512-512-10.</summary>
    [Benchmark]
    public double Large()
    {
        var loss = LargeNetwork.LossAndGradient(_inputs[_large.Next()], _classes, _large.Workspace, _large.Gradients);
        _large.Optimizer.Step(LargeNetwork.Parameters, _large.Gradients);
        return loss.Total;
    }

    private sealed class Step(Workspace workspace, ParameterBuffer gradients)
    {
        private int _count;

        public Workspace Workspace { get; } = workspace;

        public ParameterBuffer Gradients { get; } = gradients;

        public Adam Optimizer { get; } = new(1e-3);

        public int Next() => _count++ % Batches;
    }
}
