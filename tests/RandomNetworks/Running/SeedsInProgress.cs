using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using NetGen.RandomNetworks.Checks;

namespace NetGen.RandomNetworks.Running;

/// <summary>The networks that are being checked: in a file, for the case of a crash, and with the time of each, for that of a hang.</summary>
/// <param name="record">The file; null for none.</param>
internal sealed class SeedsInProgress(string? record)
{
    private readonly Dictionary<int, (long Since, string Text)> _begun = [];
    private readonly Lock _lock = new();
    private int _ended;
    private int _diagnosed;
    private int _failed;

    /// <summary>A network is about to be checked, or another one that was made of it while it is shrunk.</summary>
    /// <param name="seed">Its seed.</param>
    /// <param name="text">It as C#; empty while it is written.</param>
    public void Begin(int seed, string text = "")
    {
        lock (_lock)
        {
            _begun[seed] = (Stopwatch.GetTimestamp(), text);
            Write();
        }
    }

    public void End(int seed, Verdict verdict)
    {
        lock (_lock)
        {
            _begun.Remove(seed);
            _ended++;
            _diagnosed += verdict.IsDiagnosed ? 1 : 0;
            _failed += verdict.Failure is null ? 0 : 1;
            Write();
        }
    }

    /// <summary>A seed that takes longer than a time, and its network as C#; null where there is none.</summary>
    public (int Seed, string Text)? Overdue(TimeSpan limit)
    {
        lock (_lock)
        {
            return _begun.Where(seed => Stopwatch.GetElapsedTime(seed.Value.Since) > limit).Select(seed => ((int, string)?)(seed.Key, seed.Value.Text)).FirstOrDefault();
        }
    }

    /// <summary>What a run says last.</summary>
    public static string Summary(int count, int diagnosed, int failures) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} networks, {diagnosed} diagnosed, {failures} failures");

    // What is to be said where the process ends now: one of those in progress is at fault, and counts as the one more that failed.
    private void Write()
    {
        if (record is null)
        {
            return;
        }

        var seeds = _begun.OrderBy(seed => seed.Key).ToArray();
        var names = string.Join(" or ", seeds.Select(seed => seed.Key.ToString(CultureInfo.InvariantCulture)));
        var texts = seeds.Select(seed => seed.Value.Text.Length == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"seed {seed.Key}:\n{seed.Value.Text}\n"));
        File.WriteAllText(record, $"seed {names} fails in 'crash'.\n{string.Concat(texts)}{Summary(_ended + 1, _diagnosed, _failed + 1)}");
    }
}
