using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using NetGen.PlantedFaults.Faults;

namespace NetGen.PlantedFaults.Results;

/// <summary>Results as lines of JSON. A line is written as soon as it is known, so that a run that is ended loses one fault at most.</summary>
internal sealed class ResultFile
{
    // The name under which steps without any fault are kept.
    private const string Baseline = "(none)";

    private readonly string _path;
    private readonly List<FaultResult> _results = [];

    /// <param name="path">The file; it need not exist.</param>
    public ResultFile(string path)
    {
        _path = path;
        if (File.Exists(path))
        {
            // A run that was ended may leave half a line behind, an older program lines that do not say of which tree they are.
            _results.AddRange(File.ReadLines(path)
                .Where(line => line.EndsWith('}') && line.Contains("\"Tree\":", System.StringComparison.Ordinal))
                .Select(line => JsonSerializer.Deserialize<FaultResult>(line)!));
        }
    }

    /// <summary>The last result of a fault in its file as it is now, of whatever state the other files were in.</summary>
    public FaultResult? Find(Fault fault)
    {
        var key = fault.Key(File.ReadAllText(Path.Combine(Repository.Root, fault.File)));
        return _results.LastOrDefault(result => result.Fault == fault.Name && result.Key == key);
    }

    /// <summary>Whether a fault is caught in this state of all files: any other test may be the one that caught it.</summary>
    public bool IsCaught(Fault fault, string tree) => Find(fault) is { Outcome: Outcome.Caught } result && result.Tree == tree;

    /// <summary>Whether a step passes without a fault.</summary>
    public bool HasBaseline(Step step, string tree)
    {
        var passed = _results.Where(result => result.Fault == Baseline && result.Tree == tree).Select(result => result.Key).ToHashSet();
        return passed.Contains(step.ToString()) || Step.All.All(whole => passed.Contains(whole.ToString()));
    }

    public void AddBaseline(Step step, string tree, string commit, double seconds) =>
        Add(new FaultResult(Baseline, step.ToString(), tree, commit, Outcome.Survived, string.Empty, seconds));

    /// <summary>How long the steps took without a fault in some states.</summary>
    public double BaselineSeconds(IReadOnlySet<string> trees) =>
        _results.Where(result => result.Fault == Baseline && trees.Contains(result.Tree)).Sum(result => result.Seconds);

    public void Add(FaultResult result)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        File.AppendAllText(_path, JsonSerializer.Serialize(result) + "\n");
        _results.Add(result);
    }
}
