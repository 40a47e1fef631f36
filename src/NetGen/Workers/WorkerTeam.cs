using System;
using System.Collections.Generic;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace NetGen;

/// <summary>The threads that do one piece of work at a time together with the thread that brings it.</summary>
internal sealed class WorkerTeam
{
    /// <summary>More threads than any machine has cores for would only wait for each other.</summary>
    private const int MostWorkers = 512;

    private readonly List<Gate> _starts = [];
    private readonly Gate _end = new();
    private readonly Gate _meeting = new();
    private IWork? _work;
    private int _count;
    private bool _spins;
    private int _arrived;
    private int _running;
    private Exception? _failure;

    /// <summary>Does a piece of work: this thread is worker 0. Threads are started when they are needed for the first time.</summary>
    /// <param name="work">The work.</param>
    /// <param name="count">How many workers at most, at least 2. There are fewer where the system gives no more threads.</param>
    internal void Run(IWork work, int count)
    {
        count = Math.Min(count, MostWorkers);
        while (_starts.Count < count - 1 && TryStart())
        {
        }

        count = Math.Min(count, _starts.Count + 1);
        if (count == 1)
        {
            work.Run(Worker.Alone);
            return;
        }

        (_work, _count, _failure, _arrived, _running) = (work, count, null, 0, count - 1);
        _spins = count <= Environment.ProcessorCount;
        var end = _end.Value;
        for (var i = 0; i < count - 1; i++)
        {
            _starts[i].Set(_starts[i].Value + 1);
        }

        RunPart(0);
        _end.WaitWhile(end, _spins);
        _work = null;
        if (Interlocked.Exchange(ref _failure, null) is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>Waits until all workers are here.</summary>
    internal void Meet()
    {
        var meeting = _meeting.Value;
        ThrowIfFailed();
        if (Interlocked.Increment(ref _arrived) == _count)
        {
            _arrived = 0;
            _meeting.Set(meeting + 1);
        }
        else
        {
            _meeting.WaitWhile(meeting, _spins);
            ThrowIfFailed();
        }
    }

    private void ThrowIfFailed()
    {
        if (Volatile.Read(ref _failure) is not null)
        {
            throw new WorkAbandonedException();
        }
    }

    private bool TryStart()
    {
        var (start, index) = (new Gate(), _starts.Count + 1);
        try
        {
            new Thread(() => Serve(start, index)) { IsBackground = true, Name = $"NetGen worker {index}" }.UnsafeStart();
        }
        catch (Exception exception) when (exception is OutOfMemoryException or ThreadStartException or PlatformNotSupportedException)
        {
            return false;
        }

        _starts.Add(start);
        return true;
    }

    private void Serve(Gate start, int index)
    {
        for (var seen = 0; ; seen++)
        {
            start.WaitWhile(seen, spins: true);
            RunPart(index);
            if (Interlocked.Decrement(ref _running) == 0)
            {
                _end.Set(_end.Value + 1);
            }
        }
    }

    // A failure must not leave the others waiting: they are let out of their meeting and abandon their parts.
    private void RunPart(int index)
    {
        try
        {
            _work!.Run(new Worker(this, index, _count));
        }
        catch (WorkAbandonedException)
        {
            // The worker that failed has said why.
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _failure, exception, null);
            _meeting.Set(_meeting.Value + 1);
        }
    }
}
