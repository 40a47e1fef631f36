using System;
using System.Diagnostics;
using System.Linq;

namespace NetGen.Benchmarks.Workloads;

/// <summary>Times one call by the rules of the peers' scripts: warm-up, calibration, seven repetitions of at least 0.3 s.</summary>
/// <param name="Minimum">The fastest repetition, in microseconds per call.</param>
/// <param name="Median">The median repetition, in microseconds per call.</param>
internal sealed record Measurement(double Minimum, double Median)
{
    private const int Repetitions = 7;
    private static readonly TimeSpan Repetition = TimeSpan.FromSeconds(0.3);

    // Methods are compiled anew after their thirtieth call, in the background and once more with what was observed.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <summary>Measures a call. What is given makes as many as it is told, in a loop of its own: where a call takes some nanoseconds, a delegate for each would be a part of it.</summary>
    public static Measurement Of(Action<int> call)
    {
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < WarmUp;)
        {
            Time(call, 10);
        }

        var calls = Calibrate(call);
        var times = Enumerable.Range(0, Repetitions).Select(_ => Time(call, calls).TotalMicroseconds / calls).Order().ToArray();
        return new Measurement(times[0], times[Repetitions / 2]);
    }

    private static int Calibrate(Action<int> call)
    {
        var calls = 1;
        TimeSpan time;
        while ((time = Time(call, calls)) < Repetition / 2)
        {
            calls *= 2;
        }

        return (int)(calls * (Repetition / time)) + 1;
    }

    private static TimeSpan Time(Action<int> call, int calls)
    {
        var begin = Stopwatch.GetTimestamp();
        call(calls);
        return Stopwatch.GetElapsedTime(begin);
    }
}
