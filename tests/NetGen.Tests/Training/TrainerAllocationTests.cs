using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Training;

public class TrainerAllocationTests
{
    public static TheoryData<string> Names() => [.. OptimizerReferenceTests.Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AStepAllocatesNothingAfterTheFirstTwo(string name)
    {
        // The counter is read at the beginning of every step, so that neighbours differ by what a whole step allocates.
        var data = TestData.Classes(640);
        var readings = new List<long>(1000);
        data.OnFill = () => readings.Add(GC.GetAllocatedBytesForCurrentThread());
        var network = new LinearNetwork<float>(2, 3, l1: 0.01, l2: 0.01, [1.0], TestLoss.SoftmaxCrossEntropy);
        var trainer = new Trainer(network, OptimizerReferenceTests.Cases[name]())
        {
            ClipNorm = 1,
            ClipValue = 1,
            Schedule = new LinearWarmup(10, after: new CosineSchedule(100)),
            ScheduleUnit = ScheduleUnit.Step,
        };
        trainer.Fit(data, progress: new Sink());

        Assert.Equal(20, readings.Count);

        // A garbage collection elsewhere moves the counter of this thread once; what a step itself allocates shows in every step.
        var steps = Enumerable.Range(2, readings.Count - 2).Select(step => readings[step] - readings[step - 1]).Order().ToArray();
        Assert.Equal(0, steps[steps.Length / 2]);
    }

    private sealed class Sink : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
        }
    }
}
