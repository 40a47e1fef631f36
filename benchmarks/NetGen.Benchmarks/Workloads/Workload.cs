using System;

namespace NetGen.Benchmarks.Workloads;

/// <summary>Something that is measured under a fixed name, which the peers' scripts print too.</summary>
/// <param name="Name">The name.</param>
/// <param name="Create">Makes what is measured for a number of threads: inferences or training steps, as many as are asked for.</param>
internal sealed record Workload(string Name, Func<int, Action<int>> Create);
