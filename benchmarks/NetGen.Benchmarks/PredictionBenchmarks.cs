using BenchmarkDotNet.Attributes;

namespace NetGen.Benchmarks;

/// <summary>Predictions of one sample and of a batch, one thread.</summary>
[MemoryDiagnoser]
public class PredictionBenchmarks
{
    private readonly Networks.Small _small = new(1);
    private readonly Networks.Large _large = new(1);
    private float[] _input = [];
    private float[] _output = [];

    /// <summary>How many samples.</summary>
    [Params(1, 64)]
    public int Samples { get; set; }

    /// <summary>Makes the columns.</summary>
    [GlobalSetup]
    public void Setup() => (_input, _output) = (Columns.Uniform(Samples * 784), new float[Samples * 10]);

    /// <summary>784-128-10.</summary>
    [Benchmark]
    public void Small() => _small.Predict(_input, _output);

    /// <summary>784-512-512-10.</summary>
    [Benchmark]
    public void Large() => _large.Predict(_input, _output);
}
