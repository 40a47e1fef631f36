using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Testing.Numbers;
using NetGen.Testing.Reference;

namespace NetGen.RandomNetworks.Checks;

/// <summary>The same bits per sample in batches of any size, in memory for more samples, and whatever memory held before.</summary>
internal static class BitCheck
{
    private const int Most = 33;
    private const int Spare = 5;

    public static void Run(BuiltNetwork network, int seed)
    {
        var many = new NetworkRun(network.Create(), new TestNumbers(network.Model, Most, seed, weighted: false));
        var coupled = CoupledSamples.In(network.Model.Training);
        var expected = PerSample(many, coupled);
        foreach (var samples in new[] { 2, 3, 7 })
        {
            Compare("batches", $"{samples} samples instead of {Most}", expected, PerSample(new NetworkRun(network.Create(), many.Numbers.Take(samples)), coupled));
        }

        foreach (var samples in new[] { 1, 7 })
        {
            var run = new NetworkRun(network.Create(), many.Numbers.Take(samples));
            var (clean, again) = (Whole(run, spoil: false), Whole(run, spoil: true));
            Compare("memory", $"memory filled with NaN, {samples} samples", clean, again);

            // Values lie at multiples of what a workspace has room for, not of what it is used for.
            Compare("memory", $"room for {Spare} more samples than {samples}", clean, Whole(new NetworkRun(network.Create(), run.Numbers, Spare), spoil: true));
        }
    }

    /// <summary>All that has a row for each sample, but for passes in which samples depend on each other.</summary>
    private static Dictionary<string, double[]> PerSample(NetworkRun run, bool coupled) =>
        Whole(run, spoil: false).Where(result => !result.Key.StartsWith("whole ", StringComparison.Ordinal) && !(coupled && IsOfPass(result.Key))).ToDictionary();

    private static bool IsOfPass(string result) =>
        result.StartsWith("Forward ", StringComparison.Ordinal) || result.StartsWith("Backward", StringComparison.Ordinal);

    private static Dictionary<string, double[]> Whole(NetworkRun run, bool spoil)
    {
        var results = new Dictionary<string, double[]>();
        Spoil();
        Add("Predict", run.Predict());
        if (run.Instance is IDifferentiableNetwork)
        {
            Spoil();
            Add("Forward", run.Forward());
            var (parameters, inputs) = run.Backward();
            Add("Backward, input", inputs);
            Add("whole Backward, parameter", parameters);
        }

        if (run.Instance is ITrainableNetwork)
        {
            Spoil();
            var (loss, predictions) = run.Loss();
            Add("Loss", predictions);
            results.Add("whole Loss", [loss.Data, loss.Penalty]);
            Spoil();
            loss = run.LossAndGradient();
            results.Add("whole LossAndGradient", [loss.Data, loss.Penalty]);
            Add("whole LossAndGradient, parameter", run.ReadGradients());
        }

        return results;

        void Add(string method, IReadOnlyDictionary<string, double[]> columns)
        {
            foreach (var (name, numbers) in columns)
            {
                results.Add($"{method} {name}", numbers);
            }
        }

        void Spoil()
        {
            if (spoil)
            {
                run.Spoil();
            }
        }
    }

    private static void Compare(string check, string change, Dictionary<string, double[]> expected, Dictionary<string, double[]> actual)
    {
        foreach (var (name, numbers) in actual)
        {
            // The first rows alone where there are fewer samples.
            Compare(check, change, name, expected[name].AsSpan(0, numbers.Length), numbers);
        }
    }

    /// <summary>Two results have the same bits.</summary>
    /// <param name="check">Which check this is.</param>
    /// <param name="change">What was done in another way.</param>
    /// <param name="what">The result.</param>
    /// <param name="expected">The numbers before the change.</param>
    /// <param name="actual">As many after it.</param>
    public static void Compare(string check, string change, string what, ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        if (expected.Length != actual.Length)
        {
            CheckFailedException.Throw(check, $"{what} has {actual.Length} numbers instead of {expected.Length} with {change}.");
        }

        for (var i = 0; i < actual.Length; i++)
        {
            if (!Bits.AreSame(expected[i], actual[i]))
            {
                CheckFailedException.Throw(
                    check, FormattableString.Invariant($"{what}, number {i} of {actual.Length}, changes with {change}: {expected[i]:G17}, then {actual[i]:G17}."));
            }
        }
    }
}
