using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NetGen.RandomNetworks.Checks;
using NetGen.RandomNetworks.Declarations;
using NetGen.RandomNetworks.Running;
using NetGen.RandomNetworks.Shrinking;

namespace NetGen.RandomNetworks;

/// <summary>Checks the networks of consecutive seeds. Each is a function of its own seed, so one that failed can be run alone.</summary>
internal sealed class RandomRun
{
    /// <summary>From this many networks on the shares of what cannot be compared say something.</summary>
    private const int ManyNetworks = 100;

    /// <summary>A network takes a fifth of a second, and one of the largest some seconds on a busy machine.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Tally _tally = new();
    private readonly SeedsInProgress _seeds = new(Supervisor.Record);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private readonly TextWriter _output;
    private readonly bool _shrink;
    private int _done;
    private int _diagnosed;
    private int _failures;

    /// <param name="output">Where to write failures and the summary.</param>
    /// <param name="shrink">Whether to look for the smallest declaration that fails as one does.</param>
    public RandomRun(TextWriter output, bool shrink) => (_output, _shrink) = (output, shrink);

    /// <summary>Runs networks, and returns how much failed.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The seed of the first.</param>
    /// <param name="workers">How many to run at a time.</param>
    public int Run(int count, int seed, int workers)
    {
        // Before any buffer is made: each is surrounded by a pattern that no kernel may touch.
        AlignedBuffer.GuardBytes = 256;
        using var timer = new Timer(_ => EndIfOverdue(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        Parallel.ForEach(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = workers }, i => Check(unchecked(seed + i), count));
        _output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"compared {_tally} in {_watch.Elapsed.TotalMinutes:F1} min"));
        foreach (var shortfall in count < ManyNetworks ? [] : _tally.Shortfalls())
        {
            _failures++;
            _output.WriteLine($"The run fails, for it compares too little: {shortfall}.");
        }

        Summarize(count);
        return _failures;
    }

    private void Check(int seed, int count)
    {
        _seeds.Begin(seed);
        var network = NetworkWriter.Write(seed);
        var verdict = NetworkCheck.Run(network, seed, _tally);
        var smallest = verdict.Failure is null || !_shrink
            ? new Shrunk(network, verdict.Failure!, IsSmallest: true)
            : Shrinker.Shrink(network, verdict.Failure, candidate =>
            {
                _seeds.Begin(seed);
                return NetworkCheck.Run(candidate, seed, new Tally()).Failure;
            });
        _seeds.End(seed);
        lock (_lock)
        {
            _done++;
            _diagnosed += verdict.IsDiagnosed ? 1 : 0;
            if (verdict.Failure is not null)
            {
                _failures++;
                Report(seed, smallest);
            }
            else if (_done % 1000 == 0)
            {
                _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_done} of {count} networks in {_watch.Elapsed.TotalMinutes:F1} min"));
            }
        }
    }

    /// <summary>A thread that hangs cannot be ended, so the run is. The network is not printed, for to write it may be what hangs.</summary>
    private void EndIfOverdue()
    {
        if (_seeds.Overdue(Limit) is not { } seed)
        {
            return;
        }

        lock (_lock)
        {
            _failures++;
            _output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"seed {seed} fails in 'time': it, or what it is shrunk to, has not ended after {Limit.TotalSeconds} s; the run ends here."));
            Summarize(_done + 1);
            _output.Flush();
            Environment.Exit(1);
        }
    }

    private void Report(int seed, Shrunk shrunk)
    {
        _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed} fails in '{shrunk.Failure.Check}': {shrunk.Failure.Message}"));
        if (!shrunk.IsSmallest)
        {
            _output.WriteLine($"After {Shrinker.MostTries} tries this is the smallest network that fails so; there may be a smaller one.");
        }

        _output.WriteLine(shrunk.Network.Text);
    }

    private void Summarize(int count) =>
        _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} networks, {_diagnosed} diagnosed, {_failures} failures"));
}
