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
    private const int ManyNetworks = 300;

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
        var (network, verdict) = Checked(seed);
        var smallest = network is null || verdict.Failure is null ? null : Smallest(network, verdict.Failure, seed);
        _seeds.End(seed, verdict);
        lock (_lock)
        {
            _done++;
            _diagnosed += verdict.IsDiagnosed ? 1 : 0;
            if (verdict.Failure is not null)
            {
                _failures++;
                Report(seed, smallest?.Failure ?? verdict.Failure, smallest);
            }
            else if (_done % 1000 == 0)
            {
                _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_done} of {count} networks in {_watch.Elapsed.TotalMinutes:F1} min"));
            }
        }
    }

    // The compiler looks at a network after each of its layers, so it may be while a network is written that it throws.
    private (RandomNetwork? Network, Verdict Verdict) Checked(int seed)
    {
        RandomNetwork network;
        _seeds.Begin(seed);
        try
        {
            network = NetworkWriter.Write(seed);
        }
        catch (Exception exception)
        {
            return (null, new Verdict(IsDiagnosed: false, new Failure("writing", exception.ToString(), exception.GetType().Name)));
        }

        _seeds.Begin(seed, network.Text);
        return (network, NetworkCheck.Run(network, seed, _tally));
    }

    private Shrunk Smallest(RandomNetwork network, Failure failure, int seed)
    {
        if (!_shrink)
        {
            return new Shrunk(network, failure, IsSmallest: true);
        }

        try
        {
            return Shrinker.Shrink(network, failure, candidate =>
            {
                _seeds.Begin(seed, candidate.Text);
                return NetworkCheck.Run(candidate, seed, new Tally()).Failure;
            });
        }
        catch (Exception exception)
        {
            return new Shrunk(network, failure with { Message = $"{failure.Message}\nIt cannot be shrunk: {exception}" }, IsSmallest: false);
        }
    }

    /// <summary>A thread that hangs cannot be ended, so the run is. Only what was kept is printed, for to write the network may be what hangs.</summary>
    private void EndIfOverdue()
    {
        if (_seeds.Overdue(Limit) is not { } overdue)
        {
            return;
        }

        lock (_lock)
        {
            _failures++;
            _output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"seed {overdue.Seed} fails in 'time': it, or what it is shrunk to, has not ended after {Limit.TotalSeconds} s; the run ends here."));
            _output.WriteLine(overdue.Text);
            Summarize(_done + 1);
            _output.Flush();
            Environment.Exit(1);
        }
    }

    private void Report(int seed, Failure failure, Shrunk? shrunk)
    {
        _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed} fails in '{failure.Check}': {failure.Message}"));
        if (shrunk is null)
        {
            return;
        }

        if (!shrunk.IsSmallest)
        {
            _output.WriteLine($"After {Shrinker.MostTries} tries at most this is the smallest network that fails so; there may be a smaller one.");
        }

        _output.WriteLine(shrunk.Network.Text);
    }

    private void Summarize(int count) => _output.WriteLine(SeedsInProgress.Summary(count, _diagnosed, _failures));
}
