using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;

namespace NetGen.RandomNetworks.Running;

/// <summary>The seeds of the networks that are being checked: in a file, for the case of a crash, and with the time of each, for that of a hang.</summary>
/// <param name="record">The file; null for none.</param>
internal sealed class SeedsInProgress(string? record)
{
    private readonly Dictionary<int, long> _begun = [];
    private readonly Lock _lock = new();

    /// <summary>A network is about to be checked, or another one that was made of it while it is shrunk.</summary>
    public void Begin(int seed)
    {
        lock (_lock)
        {
            _begun[seed] = Stopwatch.GetTimestamp();
            Write();
        }
    }

    public void End(int seed)
    {
        lock (_lock)
        {
            _begun.Remove(seed);
            Write();
        }
    }

    /// <summary>A seed that takes longer than a time; null where there is none.</summary>
    public int? Overdue(TimeSpan limit)
    {
        lock (_lock)
        {
            return _begun.Where(seed => Stopwatch.GetElapsedTime(seed.Value) > limit).Select(seed => (int?)seed.Key).FirstOrDefault();
        }
    }

    private void Write()
    {
        if (record is not null)
        {
            File.WriteAllText(record, string.Join(" or ", _begun.Keys.Order().Select(seed => seed.ToString(CultureInfo.InvariantCulture))));
        }
    }
}
