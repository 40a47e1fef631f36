using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using NetGen.PlantedFaults.Faults;

namespace NetGen.PlantedFaults.Results;

/// <summary>Results as lines of JSON. A line is written as soon as it is known, so that a run that is ended loses one fault at most.</summary>
internal sealed class ResultFile
{
    // The name under which a run without any fault is kept.
    private const string Baseline = "(none)";

    private readonly string _path;
    private readonly List<FaultResult> _results = [];

    /// <param name="path">The file; it need not exist.</param>
    public ResultFile(string path)
    {
        _path = path;
        if (File.Exists(path))
        {
            // A run that was ended may leave half a line behind.
            _results.AddRange(File.ReadLines(path).Where(line => line.EndsWith('}')).Select(line => JsonSerializer.Deserialize<FaultResult>(line)!));
        }
    }

    /// <summary>The last result of a fault in its file as it is now.</summary>
    public FaultResult? Find(Fault fault)
    {
        var key = fault.Key(File.ReadAllText(Path.Combine(Repository.Root, fault.File)));
        return _results.LastOrDefault(result => result.Fault == fault.Name && result.Key == key);
    }

    public bool HasBaseline(string tree) => _results.Any(result => result.Fault == Baseline && result.Key == tree);

    public void AddBaseline(string tree) => Add(new FaultResult(Baseline, tree, Outcome.Survived, string.Empty));

    public void Add(FaultResult result)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        File.AppendAllText(_path, JsonSerializer.Serialize(result) + "\n");
        _results.Add(result);
    }
}
