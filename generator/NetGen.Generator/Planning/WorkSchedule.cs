using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>How workers share a kernel.</summary>
internal enum WorkSplit
{
    /// <summary>Each computes its samples.</summary>
    Samples,

    /// <summary>Each computes a range of the kernel's <see cref="SharedAxis"/>.</summary>
    Axis,

    /// <summary>One of them computes it.</summary>
    None,
}

/// <summary>
/// The kernels of a pass in stages, between which the workers meet. Within a stage a worker reads only what was written
/// in earlier stages or by itself.
/// </summary>
internal sealed class WorkSchedule
{
    private readonly Dictionary<Kernel, int> _stages = new();
    private readonly Dictionary<Kernel, int> _tasks = new();
    private readonly Dictionary<int, int> _taskCounts = new();
    private readonly Dictionary<Value, Kernel> _writers = new();

    private WorkSchedule(IReadOnlyList<Kernel> kernels)
    {
        foreach (var kernel in kernels)
        {
            Place(kernel);
            foreach (var value in kernel.Results)
            {
                _writers.Add(value, kernel);
            }
        }

        Stages = kernels.GroupBy(kernel => _stages[kernel]).OrderBy(stage => stage.Key).Select(stage => (IReadOnlyList<Kernel>)stage.ToArray()).ToArray();
    }

    /// <summary>The kernels of each stage, in order.</summary>
    public IReadOnlyList<IReadOnlyList<Kernel>> Stages { get; }

    public static WorkSchedule Of(IReadOnlyList<Kernel> kernels) => new(kernels);

    /// <summary>How workers share a kernel.</summary>
    public static WorkSplit SplitOf(Kernel kernel) =>
        kernel.Result.Batched ? WorkSplit.Samples
        : kernel.Shared is not null ? WorkSplit.Axis
        : WorkSplit.None;

    /// <summary>The stage of a kernel.</summary>
    public int StageOf(Kernel kernel) => _stages[kernel];

    /// <summary>The number in its stage of a kernel that one worker computes. Workers take the numbers by turns.</summary>
    public int TaskOf(Kernel kernel) => _tasks[kernel];

    private void Place(Kernel kernel)
    {
        var split = SplitOf(kernel);
        var writers = kernel.Reads.Select(Aliases.Root).Where(_writers.ContainsKey).Select(value => _writers[value]).ToArray();
        var stage = writers.Select(writer => _stages[writer] + (IsOwn(split, SplitOf(writer)) ? 0 : 1)).DefaultIfEmpty(0).Max();
        if (split == WorkSplit.None)
        {
            var tasks = writers.Where(writer => _stages[writer] == stage).Select(writer => _tasks[writer]).Distinct().ToArray();
            stage += tasks.Length > 1 ? 1 : 0;
            _tasks.Add(kernel, tasks.Length == 1 ? tasks[0] : NextTask(stage));
        }

        _stages.Add(kernel, stage);
    }

    // What a worker wrote itself it reads at once: its samples, and what nobody shares where it goes on with it.
    private static bool IsOwn(WorkSplit reader, WorkSplit writer) => reader == writer && reader != WorkSplit.Axis;

    private int NextTask(int stage)
    {
        _taskCounts.TryGetValue(stage, out var count);
        _taskCounts[stage] = count + 1;
        return count;
    }
}
