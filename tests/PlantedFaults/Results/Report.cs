using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using NetGen.PlantedFaults.Faults;

namespace NetGen.PlantedFaults.Results;

/// <summary>The catalogue and its results as text.</summary>
internal static class Report
{
    /// <summary>The faults, a line each.</summary>
    public static void List(TextWriter output, IReadOnlyCollection<Fault> faults)
    {
        foreach (var fault in faults)
        {
            output.WriteLine($"{Catalogue.StageOf(fault)}: {fault.Name}: {fault.Kind}: {fault.Breaks} ({fault.File})");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{faults.Count} faults of {faults.Select(fault => fault.Kind).Distinct().Count()} kinds"));
    }

    /// <summary>A table in Markdown.</summary>
    public static void Table(TextWriter output, IReadOnlyCollection<Fault> faults, ResultFile results)
    {
        output.WriteLine("| stage | fault | kind | what it breaks | caught by |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (var fault in faults)
        {
            var caught = results.Find(fault)?.Describe() ?? "not run";
            output.WriteLine($"| {Catalogue.StageOf(fault)} | {fault.Name} | {Cell(fault.Kind)} | {Cell(fault.Breaks)} | {Cell(caught)} |");
        }

        output.WriteLine();
    }

    /// <summary>The closing line. Returns whether every fault is caught.</summary>
    public static bool Summary(TextWriter output, IReadOnlyCollection<Fault> faults, ResultFile results)
    {
        var found = faults.Select(results.Find).ToArray();
        int Count(Outcome outcome) => found.Count(result => result?.Outcome == outcome);
        var (caught, survived, invalid) = (Count(Outcome.Caught), Count(Outcome.Survived), Count(Outcome.Invalid));
        var rest = faults.Count - caught - survived - invalid;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"planting, building and testing took {found.Sum(result => result?.Seconds ?? 0) / 60:F1} min"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{faults.Count} faults, {caught} caught, {survived} survived")
            + (invalid > 0 ? string.Create(CultureInfo.InvariantCulture, $", {invalid} invalid") : string.Empty)
            + (rest > 0 ? string.Create(CultureInfo.InvariantCulture, $", {rest} not run") : string.Empty));
        return caught == faults.Count;
    }

    private static string Cell(string text) => text.Replace("|", "\\|", System.StringComparison.Ordinal);
}
