using System;
using System.CommandLine;
using System.CommandLine.Invocation;
using BenchmarkDotNet.Running;
using NetGen.Benchmarks.Workloads;

var root = new RootCommand("Benchmarks of NetGen; with any other arguments, those of BenchmarkDotNet.") { WorkloadCommand.Create(), FirstStepCommand.Create() };
if (args is ["workloads" or "first-step", ..])
{
    var parsed = root.Parse(args);
    if (parsed.Action is ParseErrorAction && parsed.Errors.Count > 0)
    {
        Console.Error.WriteLine(parsed.Errors[0].Message);
        return 1;
    }

    return parsed.Invoke();
}

BenchmarkSwitcher.FromAssembly(typeof(WorkloadCommand).Assembly).Run(args);
return 0;
