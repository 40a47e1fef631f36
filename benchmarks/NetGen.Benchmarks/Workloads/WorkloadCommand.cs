using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;

namespace NetGen.Benchmarks.Workloads;

/// <summary>The command <c>workloads</c>: one line for each workload, as the peers' scripts print them.</summary>
internal static class WorkloadCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var threads = new Option<int>("--threads") { Description = "On how many threads", DefaultValueFactory = _ => 1 };
        var only = new Option<string>("--only") { Description = "Only workloads whose names contain this", DefaultValueFactory = _ => string.Empty };
        var list = new Option<bool>("--list") { Description = "Prints the names and measures nothing" };
        var direct = new Option<bool>("--direct") { Description = "The workloads with convolutions in Winograd's form, without it" };
        threads.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0))
            {
                result.AddError($"--threads takes a positive number, not '{result.Tokens[0].Value}'");
            }
        });
        var workloads = new Command("workloads", "Prints workload, program, threads, least and median time of a call in microseconds, between tabs.") { threads, only, list, direct };
        workloads.SetAction(result => Run(result.GetValue(direct) ? WorkloadCatalogue.Direct : WorkloadCatalogue.All, result.GetValue(threads), result.GetValue(only)!, result.GetValue(list), Console.Out));
        return workloads;
    }

    private static int Run(IReadOnlyList<Workload> workloads, int threads, string only, bool list, TextWriter output)
    {
        var chosen = workloads.Where(workload => workload.Name.Contains(only, StringComparison.Ordinal)).ToArray();
        if (chosen.Length == 0)
        {
            Console.Error.WriteLine($"no workload is named '{only}'; there are {string.Join(", ", workloads.Select(workload => workload.Name))}");
            return 1;
        }

        foreach (var workload in chosen)
        {
            if (list)
            {
                output.WriteLine(workload.Name);
                continue;
            }

            var time = Measurement.Of(workload.Create(threads));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{workload.Name}\tnetgen\t{threads}\t{time.Minimum:F4}\t{time.Median:F4}"));
        }

        return 0;
    }
}
