using System.CommandLine;
using BenchmarkDotNet.Running;
using NetGen.Benchmarks.Workloads;

var root = new RootCommand("Benchmarks of NetGen; with any other arguments, those of BenchmarkDotNet.") { WorkloadCommand.Create(), FirstStepCommand.Create() };
if (args is ["workloads" or "first-step", ..])
{
    return root.Parse(args).Invoke();
}

BenchmarkSwitcher.FromAssembly(typeof(WorkloadCommand).Assembly).Run(args);
return 0;
