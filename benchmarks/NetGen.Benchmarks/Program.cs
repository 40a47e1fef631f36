using BenchmarkDotNet.Running;
using NetGen.Benchmarks.Workloads;

if (args is ["workloads", ..])
{
    return WorkloadCommand.Create().Parse(args).Invoke();
}

BenchmarkSwitcher.FromAssembly(typeof(WorkloadCommand).Assembly).Run(args);
return 0;
