using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Training;

public class TrainingMeterTests
{
    [Fact]
    public void AListenerSeesStepsSamplesLossAndDuration()
    {
        var thread = Environment.CurrentManagedThreadId;
        Dictionary<string, List<double>> seen = [];
        void Record(Instrument instrument, double value)
        {
            // Other tests train at the same time.
            if (Environment.CurrentManagedThreadId == thread)
            {
                seen.TryAdd(instrument.Name, []);
                seen[instrument.Name].Add(value);
            }
        }

        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "NetGen")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Record(instrument, value));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Record(instrument, value));
        listener.Start();
        var result = new Trainer(new LinearNetwork<double>(2, 1, TestLoss.MeanSquaredError), new Sgd(0)) { BatchSize = 4 }.Fit(TestData.Line(10));

        Assert.Equal([1, 1, 1], seen["netgen.training.steps"]);
        Assert.Equal([4, 4, 2], seen["netgen.training.samples"]);
        var losses = seen["netgen.training.loss"];
        Assert.Equal(result.History[0].Training.Total, ((4 * losses[0]) + (4 * losses[1]) + (2 * losses[2])) / 10, 1e-14);
        Assert.Equal(3, seen["netgen.training.step.duration"].Count(value => value > 0));
    }
}
