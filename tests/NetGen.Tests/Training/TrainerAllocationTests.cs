using System;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Training;

/// <summary>
/// Steps of training leave no garbage: neither each of them nor one now and then. A collection elsewhere can move the
/// counter of this thread once in a while, so that several windows of many steps are looked at: what the steps themselves
/// allocate, be it one in a hundred, shows in every window, and what comes from elsewhere does not.
/// </summary>
public class TrainerAllocationTests
{
    private const int Windows = 8;
    private const int StepsInWindow = 320;
    private const int BatchSize = 2;

    public static TheoryData<string> Names() => [.. OptimizerReferenceTests.Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void StepsAllocateNothingAfterTheFirstWindow(string name) =>
        Assert.Equal(0, FewestBytesInAWindow(OptimizerReferenceTests.Cases[name](), allocateEvery: null));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(150)]
    public void AnAllocationNowAndThenShows(int steps) => Assert.NotEqual(0, FewestBytesInAWindow(new Adam(), steps));

    private static long FewestBytesInAWindow(Optimizer optimizer, int? allocateEvery)
    {
        // The counter is read at the beginning of every step, so that the first reading and the last enclose whole steps.
        var data = TestData.Classes(StepsInWindow * BatchSize);
        var readings = new long[StepsInWindow];
        var steps = 0;
        data.OnFill = () => readings[steps++ % StepsInWindow] = GC.GetAllocatedBytesForCurrentThread();
        var trainer = CreateTrainer(optimizer);
        var sink = new Sink(allocateEvery);

        // The first window grows what has to grow and compiles what has to be compiled.
        trainer.Fit(data, progress: sink);
        var windows = new long[Windows];
        for (var window = 0; window < Windows; window++)
        {
            trainer.Fit(data, progress: sink);
            windows[window] = readings[^1] - readings[0];
        }

        Assert.Equal((Windows + 1) * StepsInWindow, steps);
        return windows.Min();
    }

    private static Trainer CreateTrainer(Optimizer optimizer) =>
        new(new LinearNetwork<float>(2, 3, l1: 0.01, l2: 0.01, [1.0], TestLoss.SoftmaxCrossEntropy), optimizer)
        {
            BatchSize = BatchSize,
            ClipNorm = 1,
            ClipValue = 1,
            Schedule = new LinearWarmup(10, after: new CosineSchedule(StepsInWindow * (Windows + 1))),
            ScheduleUnit = ScheduleUnit.Step,
        };

    /// <summary>Listens, and makes garbage every so many steps where it is told to.</summary>
    private sealed class Sink(int? allocateEvery) : IProgress<TrainingProgress>
    {
        private int _steps;

        public void Report(TrainingProgress value)
        {
            if (value.Report is null && ++_steps % allocateEvery == 0)
            {
                GC.KeepAlive(new object());
            }
        }
    }
}
