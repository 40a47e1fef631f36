using System;
using System.Threading;

namespace NetGen;

/// <summary>
/// The one team of threads of the process. Where it is at work already, for another caller or the same, the caller does
/// its work alone: results do not depend on the number of workers, so only the time differs, and there are never more
/// threads at work than cores were asked for.
/// </summary>
internal static class WorkerPool
{
    private static readonly WorkerTeam s_team = new();
    private static int s_taken;

    [ThreadStatic]
    private static WorkerTeam? s_ownTeam;

    /// <summary>Threads that work for the calling thread alone instead of those of the process, so that tests which run at the same time all have some.</summary>
    internal static WorkerTeam? OwnTeam
    {
        get => s_ownTeam;
        set => s_ownTeam = value;
    }

    /// <summary>Does a piece of work and returns when all of it is done.</summary>
    /// <param name="work">The work.</param>
    /// <param name="workers">By how many threads at most, this one included.</param>
    internal static void Run(IWork work, int workers)
    {
        if (workers > 1 && s_ownTeam is { } team)
        {
            team.Run(work, workers);
            return;
        }

        if (workers <= 1 || Interlocked.Exchange(ref s_taken, 1) != 0)
        {
            work.Run(Worker.Alone);
            return;
        }

        try
        {
            s_team.Run(work, workers);
        }
        finally
        {
            Volatile.Write(ref s_taken, 0);
        }
    }
}
