using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace NetGen.Tests.Workers;

/// <summary>Threads that do a piece of work together.</summary>
public sealed class WorkerTeamTests
{
    private const int Rounds = 300;

    // Tests of the process's team must not find one that another test has left to this thread.
    public WorkerTeamTests() => WorkerPool.OwnTeam = null;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void EveryWorkerDoesItsPartOnAThreadOfItsOwn(int workers)
    {
        var team = new WorkerTeam();
        var threads = new int[workers];
        team.Run(new Work(worker => threads[worker.Index] = Environment.CurrentManagedThreadId), workers);

        Assert.Equal(Environment.CurrentManagedThreadId, threads[0]);
        Assert.Equal(workers, threads.Distinct().Count());
        Assert.DoesNotContain(0, threads);
    }

    /// <summary>Behind a meeting everything is there that was written before it, round after round, with more or fewer workers.</summary>
    [Fact]
    public void WorkersReadWhatOthersWroteBeforeTheyMet()
    {
        var team = new WorkerTeam();
        var (written, wrong) = (new int[8], 0);
        for (var round = 1; round <= Rounds; round++)
        {
            var (workers, number) = (2 + (round % 6), round);
            team.Run(
                new Work(worker =>
                {
                    written[worker.Index] = number;
                    worker.Meet();
                    var sum = written.Take(workers).Sum();
                    worker.Meet();
                    written[worker.Index] = -sum;
                    worker.Meet();
                    if (sum != workers * number || written.Take(workers).Any(value => value != -sum))
                    {
                        Interlocked.Increment(ref wrong);
                    }
                }),
                workers);
        }

        Assert.Equal(0, wrong);
    }

    /// <summary>Parked threads are woken: the pause is longer than any spinning.</summary>
    [Fact]
    public void WorkersThatSleepAreWoken()
    {
        var team = new WorkerTeam();
        var parts = 0;
        for (var round = 0; round < 5; round++)
        {
            team.Run(
                new Work(worker =>
                {
                    Thread.Sleep(worker.Index == 0 ? 5 : 0);
                    worker.Meet();
                    Interlocked.Increment(ref parts);
                }),
                3);
            Thread.Sleep(5);
        }

        Assert.Equal(15, parts);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void AFailureReachesTheCallerAndTheTeamGoesOn(int failing)
    {
        var team = new WorkerTeam();
        for (var round = 0; round < 20; round++)
        {
            var behind = 0;
            var failure = Assert.Throws<InvalidTimeZoneException>(() => team.Run(
                new Work(worker =>
                {
                    worker.Meet();
                    if (worker.Index == failing)
                    {
                        throw new InvalidTimeZoneException("lost");
                    }

                    worker.Meet();
                    Interlocked.Increment(ref behind);
                }),
                3));
            Assert.Equal("lost", failure.Message);
            Assert.Equal(0, behind);
            team.Run(new Work(worker => Interlocked.Increment(ref behind)), 3);
            Assert.Equal(3, behind);
        }
    }

    /// <summary>
    /// Whoever finds the threads of the process at work does everything alone, also within a piece of work. Where another test has
    /// them at the moment, it is tried again.
    /// </summary>
    [Fact]
    public void WorkWithinWorkIsDoneAlone()
    {
        var outerCount = 1;
        for (var round = 0; round < 10_000 && outerCount == 1; round++)
        {
            var counts = new int[2];
            WorkerPool.Run(
                new Work(outer =>
                {
                    WorkerPool.Run(new Work(inner => counts[outer.Index] = inner.Count), 2);
                    Interlocked.Exchange(ref outerCount, outer.Count);
                }),
                2);
            Assert.Equal(1, counts[0]);
            Thread.Yield();
        }

        Assert.Equal(2, outerCount);
    }

    /// <summary>Who is interrupted while others work for it waits for them, and is interrupted then.</summary>
    [Fact]
    public void AnInterruptedCallerWaitsForItsWorkers()
    {
        var (team, done, interrupted) = (new WorkerTeam(), 0, false);
        var thread = new Thread(() =>
        {
            team.Run(
                new Work(worker =>
                {
                    if (worker.Index > 0)
                    {
                        Thread.Sleep(50);
                    }

                    Interlocked.Increment(ref done);
                }),
                3);
            var all = done;
            try
            {
                Thread.Sleep(Timeout.Infinite);
            }
            catch (ThreadInterruptedException)
            {
                interrupted = all == 3;
            }
        });
        thread.Start();
        Thread.Sleep(20);
        thread.Interrupt();
        thread.Join();
        Assert.True(interrupted);
    }

    [Fact]
    public void CallersAtTheSameTimeDoNotMix()
    {
        var wrong = 0;
        Parallel.For(0, 4, _ =>
        {
            WorkerPool.OwnTeam = null;
            for (var round = 0; round < Rounds; round++)
            {
                var sum = 0;
                WorkerPool.Run(
                    new Work(worker =>
                    {
                        var (first, count) = worker.Share(100, 1);
                        Interlocked.Add(ref sum, Enumerable.Range(first, count).Sum());
                        worker.Meet();
                    }),
                    3);
                if (sum != 4950)
                {
                    Interlocked.Increment(ref wrong);
                }
            }
        });
        Assert.Equal(0, wrong);
    }

    private sealed class Work(Action<Worker> part) : IWork
    {
        public void Run(Worker worker) => part(worker);
    }
}
