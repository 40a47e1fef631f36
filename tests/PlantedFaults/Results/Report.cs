using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using NetGen.PlantedFaults.Faults;

namespace NetGen.PlantedFaults.Results;

/// <summary>The catalogue and its results as text.</summary>
internal static partial class Report
{
    /// <summary>The faults, a line each.</summary>
    public static void List(TextWriter output, IReadOnlyCollection<Fault> faults)
    {
        foreach (var fault in faults)
        {
            output.WriteLine($"{Catalogue.StageOf(fault)}: {fault.Name}: {Words(fault.Kind)}: {fault.Breaks} ({fault.File})");
        }

        output.WriteLine(Size(faults));
    }

    /// <summary>A table in Markdown, and at which commits it was measured.</summary>
    public static void Table(TextWriter output, IReadOnlyCollection<Fault> faults, ResultFile results)
    {
        output.WriteLine("| stage | fault | kind | what it breaks | outcome | by |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (var fault in faults)
        {
            var result = results.Find(fault);
            var outcome = result is null ? "not run" : FaultResult.Text(result.Outcome);
            output.WriteLine($"| {Catalogue.StageOf(fault)} | {fault.Name} | {Words(fault.Kind)} | {Cell(fault.Breaks)} | {outcome} | {Cell(result?.Evidence ?? string.Empty)} |");
        }

        output.WriteLine();
        foreach (var commit in faults.Select(results.Find).OfType<FaultResult>().GroupBy(result => result.Commit))
        {
            output.WriteLine($"measured at {commit.Key}: {Number(commit.Count())} faults");
        }
    }

    /// <summary>The closing line: counts, commit and time. Returns whether every fault is caught.</summary>
    public static bool Summary(TextWriter output, IReadOnlyCollection<Fault> faults, ResultFile results)
    {
        var found = faults.Select(results.Find).OfType<FaultResult>().ToArray();
        var counts = found.GroupBy(result => result.Outcome).OrderByDescending(group => group.Count())
            .Select(group => $"{Number(group.Count())} {FaultResult.Text(group.Key)}")
            .Append(found.Length < faults.Count ? $"{Number(faults.Count - found.Length)} not run" : null).OfType<string>();
        var commits = found.Select(result => result.Commit).Distinct().ToArray();
        var minutes = (found.Sum(result => result.Seconds) + results.BaselineSeconds(found.Select(result => result.Tree).ToHashSet())) / 60;
        output.WriteLine(
            $"{Size(faults)}: {string.Join(", ", counts)}; "
            + (commits.Length == 1 ? $"at {commits[0]}" : $"at {Number(commits.Length)} commits")
            + string.Create(CultureInfo.InvariantCulture, $"; {minutes:F1} min"));
        return found.Length == faults.Count && found.All(result => result.Outcome == Outcome.Caught);
    }

    private static string Size(IReadOnlyCollection<Fault> faults) =>
        $"{Number(faults.Count)} faults of {Number(faults.Select(fault => fault.Kind).Distinct().Count())} kinds";

    // OffByOne: off by one. NaN stays what it is.
    private static string Words(FaultKind kind) => WordStart().Replace(kind.ToString(), match => " " + match.Value.ToLowerInvariant()).TrimStart()
        .Replace(" na n", " NaN", StringComparison.Ordinal);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex("[A-Z]")]
    private static partial Regex WordStart();
}
