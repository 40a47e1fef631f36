using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NetGen;

/// <summary>The instruments of the meter "NetGen". While nobody listens they cost a few reads of a flag.</summary>
internal static class TrainingMeter
{
    private static readonly Meter Meter = new("NetGen");

    private static readonly Counter<long> Steps =
        Meter.CreateCounter<long>("netgen.training.steps", "{step}", "Training steps taken.");

    private static readonly Counter<long> Samples =
        Meter.CreateCounter<long>("netgen.training.samples", "{sample}", "Samples trained on.");

    private static readonly Histogram<double> Loss =
        Meter.CreateHistogram<double>("netgen.training.loss", null, "The total loss of each training step.");

    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("netgen.training.step.duration", "s", "How long each training step took.");

    /// <summary>The time at which a step begins, or 0 where nobody asks.</summary>
    internal static long Start() => Duration.Enabled ? Stopwatch.GetTimestamp() : 0;

    /// <summary>Records a step.</summary>
    /// <param name="start">What <see cref="Start"/> returned.</param>
    /// <param name="samples">How many samples the step took.</param>
    /// <param name="loss">Its total loss.</param>
    internal static void Record(long start, int samples, double loss)
    {
        Steps.Add(1);
        Samples.Add(samples);
        if (Loss.Enabled)
        {
            Loss.Record(loss);
        }

        if (start != 0 && Duration.Enabled)
        {
            Duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
    }
}
