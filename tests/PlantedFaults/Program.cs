using System;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.IO;
using System.Linq;
using NetGen.PlantedFaults;
using NetGen.PlantedFaults.Faults;
using NetGen.PlantedFaults.Results;
using NetGen.PlantedFaults.Running;

var only = new Option<string[]>("--only") { Description = "The names of the faults to plant; all, where none is given.", AllowMultipleArgumentsPerToken = true };
var list = new Option<bool>("--list") { Description = "Prints the catalogue and plants nothing." };
var report = new Option<bool>("--report") { Description = "Prints the results so far as a Markdown table and plants nothing." };
var again = new Option<bool>("--again") { Description = "Plants faults again that have a result." };
var results = new Option<FileInfo>("--results")
{
    Description = "The file of the results, which a later run goes on with.",
    DefaultValueFactory = _ => new FileInfo(Path.Combine(Repository.Root, "artifacts", "planted-faults.jsonl")),
};
var copy = new Option<DirectoryInfo>("--copy")
{
    Description = "The folder of the copy in which faults are planted.",
    DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(Path.GetTempPath(), "netgen-planted-faults")),
};
only.Validators.Add(result =>
{
    foreach (var token in result.Tokens.Where(token => Catalogue.All.All(fault => fault.Name != token.Value)))
    {
        result.AddError($"There is no fault '{token.Value}'; --list prints all.");
    }
});

var command = new RootCommand("Plants one fault at a time into a copy of the compiler: for each a test must fail.") { only, list, report, again, results, copy };
command.SetAction(options =>
{
    var names = options.GetValue(only)!;
    var faults = Catalogue.All.Where(fault => names.Length == 0 || names.Contains(fault.Name)).ToArray();
    var file = new ResultFile(options.GetValue(results)!.FullName);
    if (options.GetValue(list))
    {
        Report.List(Console.Out, faults);
        return 0;
    }

    if (!options.GetValue(report))
    {
        using var workingCopy = new WorkingCopy(Repository.Root, options.GetValue(copy)!.FullName);
        new FaultRun(Console.Out, workingCopy, file).Run(faults, options.GetValue(again));
    }
    else
    {
        Report.Table(Console.Out, faults, file);
    }

    return Report.Summary(Console.Out, faults, file) ? 0 : 1;
});
var parsed = command.Parse(args);
if (parsed.Action is ParseErrorAction && parsed.Errors.Count > 0)
{
    Console.Error.WriteLine(parsed.Errors[0].Message);
    return 1;
}

return parsed.Invoke();
