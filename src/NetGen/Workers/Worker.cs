using System;

namespace NetGen;

/// <summary>
/// One of the threads that do a piece of work together: which part of it is its own, and where it waits for the others.
/// Parts are chosen so that no result depends on how many workers there are.
/// </summary>
public readonly struct Worker
{
    private readonly WorkerTeam? _team;
    private readonly int _others;

    internal Worker(WorkerTeam team, int index, int count) => (_team, Index, _others) = (team, index, count - 1);

    /// <summary>A worker that does everything alone.</summary>
    public static Worker Alone => default;

    /// <summary>Its place among the workers, from 0.</summary>
    public int Index { get; }

    /// <summary>How many workers there are, itself included.</summary>
    public int Count => _others + 1;

    /// <summary>The part of some items that is its own: neighbours, about as many for each worker, together all of them.</summary>
    /// <param name="items">How many items there are.</param>
    /// <param name="unit">Every part but the last is a multiple of this many, and none that is not empty is less, unless all are.</param>
    /// <exception cref="ArgumentOutOfRangeException">The unit is not positive.</exception>
    public WorkShare Share(int items, int unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(unit);
        if (_others == 0)
        {
            return new WorkShare(0, items);
        }

        var units = Math.Max((long)items / unit, 1);
        var first = (int)(units * Index / Count) * unit;
        var end = Index == _others ? items : (int)(units * (Index + 1) / Count) * unit;
        return new WorkShare(first, end - first);
    }

    /// <summary>Whether a piece of work that only one worker does is this one's.</summary>
    /// <param name="task">The number of the piece, from 0; workers take the pieces by turns.</param>
    public bool Takes(int task) => _others == 0 || task % Count == Index;

    /// <summary>Waits until all workers are here. What any of them wrote before, each can read afterwards.</summary>
    /// <exception cref="WorkAbandonedException">Another worker failed.</exception>
    public void Meet() => _team?.Meet();
}
