using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NetGen.RandomNetworks.Checks;
using NetGen.RandomNetworks.Declarations;
using NetGen.RandomNetworks.Shrinking;

namespace NetGen.RandomNetworks;

/// <summary>Checks the networks of consecutive seeds. Each is a function of its own seed, so one that failed can be run alone.</summary>
internal sealed class RandomRun
{
    private readonly Tally _tally = new();
    private readonly Lock _lock = new();
    private readonly TextWriter _output;
    private readonly bool _shrink;
    private int _done;
    private int _diagnosed;
    private int _failures;

    /// <param name="output">Where to write failures and the summary.</param>
    /// <param name="shrink">Whether to look for the smallest declaration that fails as one does.</param>
    public RandomRun(TextWriter output, bool shrink) => (_output, _shrink) = (output, shrink);

    /// <summary>Runs networks, and returns how many failed.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The seed of the first.</param>
    /// <param name="workers">How many to run at a time.</param>
    public int Run(int count, int seed, int workers)
    {
        // Before any buffer is made: each is surrounded by a pattern that no kernel may touch.
        AlignedBuffer.GuardBytes = 256;
        var watch = Stopwatch.StartNew();
        Parallel.ForEach(
            Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = workers }, i => Check(unchecked(seed + i), count, watch));
        _output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"compared {_tally.Numbers} numbers ({_tally.Unknown} beyond the precision) and {_tally.Derivatives} derivatives ({_tally.Kinks} at kinks) in {watch.Elapsed.TotalMinutes:F1} min"));
        _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} networks, {_diagnosed} diagnosed, {_failures} failures"));
        return _failures;
    }

    private void Check(int seed, int count, Stopwatch watch)
    {
        var network = NetworkWriter.Write(seed);
        var verdict = NetworkCheck.Run(network, seed, _tally);
        var smallest = verdict.Failure is null || !_shrink
            ? (Network: network, verdict.Failure)
            : Shrinker.Shrink(network, verdict.Failure, candidate => NetworkCheck.Run(candidate, seed, new Tally()).Failure);
        lock (_lock)
        {
            _done++;
            _diagnosed += verdict.IsDiagnosed ? 1 : 0;
            if (verdict.Failure is not null)
            {
                _failures++;
                Report(seed, smallest.Network, smallest.Failure!);
            }
            else if (_done % 1000 == 0)
            {
                _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_done} of {count} networks in {watch.Elapsed.TotalMinutes:F1} min"));
            }
        }
    }

    private void Report(int seed, RandomNetwork network, Failure failure)
    {
        _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed} fails in '{failure.Check}': {failure.Message}"));
        _output.WriteLine(network.Text);
    }
}
