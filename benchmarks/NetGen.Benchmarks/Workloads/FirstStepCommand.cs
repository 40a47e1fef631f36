using System;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace NetGen.Benchmarks.Workloads;

/// <summary>The command <c>first-step</c>: the time from the start of the process to the end of the first training step.</summary>
internal static class FirstStepCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("first-step", "Trains 784-512-512-10 for one step and prints the milliseconds since the start of the process.");
        command.SetAction(_ =>
        {
            WorkloadCatalogue.All.Single(workload => workload.Name == "train_b64_dense_784_512_512_10").Create(1)(1);
            var started = Process.GetCurrentProcess().StartTime.ToUniversalTime();
            var time = DateTime.UtcNow - started;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first step after {time.TotalMilliseconds:F0} ms"));
        });
        return command;
    }
}
