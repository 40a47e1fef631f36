using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;

namespace NetGen.Testing.Numbers;

/// <summary>Numbers for the parameters and columns of a network, by name: a function of the network and a seed.</summary>
internal sealed class TestNumbers
{
    private readonly Random _random;
    private readonly bool _isSingle;

    /// <param name="model">The network; in single precision all numbers are ones that a <see cref="float"/> holds.</param>
    /// <param name="samples">How many samples to draw.</param>
    /// <param name="seed">Which numbers.</param>
    /// <param name="weighted">Whether every loss gets sample weights, some of them zero.</param>
    public TestNumbers(NetworkModel model, int samples, int seed, bool weighted)
    {
        _random = new Random(seed);
        _isSingle = !model.Declaration.IsDouble;
        Samples = samples;

        // With a deviation of 1/√inputs, a dense layer neither blows numbers up nor lets them fade.
        Parameters = model.Parameters.ToDictionary(
            parameter => parameter.Name,
            Parameter);
        Columns = model.Inputs.ToDictionary(input => input.Name, input => Normals(samples * (int)input.Shape.Count, 1));
        for (var i = 0; i < model.Targets.Count; i++)
        {
            Columns.Add(model.Targets[i].Name, Target(model.Targets[i], TargetDomains.Of(model, i)));
        }

        Weights = model.Losses.ToDictionary(loss => loss.Name, _ => SampleWeights(weighted));
        for (var i = 0; weighted && i < model.Losses.Count; i++)
        {
            var column = model.Losses.Count == 1 ? "sampleWeights" : model.Losses[i].Name + "Weights";
            Columns.Add(column, Weights[model.Losses[i].Name]);
        }

        Upstream = model.Outputs.ToDictionary(output => output.Name, output => Normals(samples * (int)output.Shape.Count, 1));
    }

    private TestNumbers(TestNumbers all, int samples)
    {
        (_random, _isSingle, Samples, Parameters) = (all._random, all._isSingle, samples, all.Parameters);
        Columns = First(all.Columns);
        Weights = First(all.Weights);
        Upstream = First(all.Upstream);

        Dictionary<string, double[]> First(Dictionary<string, double[]> columns) =>
            columns.ToDictionary(column => column.Key, column => column.Value[..(column.Value.Length / all.Samples * samples)]);
    }

    public int Samples { get; }

    public Dictionary<string, double[]> Parameters { get; }

    /// <summary>Inputs, targets and, where there are any, sample weights.</summary>
    public Dictionary<string, double[]> Columns { get; }

    /// <summary>The weights of the samples for each loss; all one where the batch brings none.</summary>
    public Dictionary<string, double[]> Weights { get; }

    /// <summary>A gradient for each output.</summary>
    public Dictionary<string, double[]> Upstream { get; }

    /// <summary>The same numbers for the first samples alone.</summary>
    public TestNumbers Take(int samples) => new(this, samples);

    // States may be variances.
    private double[] Parameter(ParameterInfo parameter)
    {
        var numbers = Normals((int)parameter.Shape.Count, parameter.Shape.Rank > 1 ? 1 / Math.Sqrt(parameter.Shape[parameter.Shape.Rank - 1]) : 0.5);
        return parameter.IsState ? [.. numbers.Select(number => Rounded(Math.Abs(number) + 0.25))] : numbers;
    }

    private double[] Target(ColumnInfo target, TargetDomain domain)
    {
        var size = (int)target.Shape.Count;
        if (target.ClassCount > 0)
        {
            return [.. Enumerable.Range(0, Samples).Select(_ => (double)_random.Next(target.ClassCount))];
        }

        return domain switch
        {
            TargetDomain.Probabilities => [.. Enumerable.Range(0, Samples * size).Select(_ => Rounded(_random.NextDouble()))],
            TargetDomain.Distribution => [.. Enumerable.Range(0, Samples).SelectMany(_ => Distribution(size))],
            _ => Normals(Samples * size, 1),
        };
    }

    /// <summary>A distribution with zeros in it, as labels have.</summary>
    private double[] Distribution(int size)
    {
        var numbers = Enumerable.Range(0, size).Select(i => i == 0 || _random.Next(2) == 0 ? _random.NextDouble() + 0.1 : 0).ToArray();
        _random.Shuffle(numbers);
        return [.. numbers.Select(number => Rounded(number / numbers.Sum()))];
    }

    // A single sample keeps its weight, or there would be nothing to compare.
    private double[] SampleWeights(bool weighted) =>
        [.. Enumerable.Range(0, Samples).Select(i => !weighted ? 1 : i > 0 && _random.Next(3) == 0 ? 0 : Rounded(_random.NextDouble() + 0.1))];

    private double[] Normals(int count, double deviation) => [.. Enumerable.Range(0, count)
        .Select(_ => Rounded(deviation * Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble())))];

    private double Rounded(double number) => _isSingle ? (float)number : number;
}
