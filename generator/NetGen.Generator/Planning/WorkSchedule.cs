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

        PutOff(kernels, kernels.SelectMany(kernel => kernel.Reads.Select(value => (Root: Aliases.Root(value), Kernel: kernel))).ToLookup(pair => pair.Root, pair => pair.Kernel));
        Stages = kernels.GroupBy(kernel => _stages[kernel]).OrderBy(stage => stage.Key)
            .Select(stage => (IReadOnlyList<Kernel>)stage.OrderBy(kernel => SplitOf(kernel) == WorkSplit.Samples ? 0 : 1).ToArray()).ToArray();
    }

    /// <summary>The kernels of each stage, in order: those of a worker's samples first.</summary>
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

    // What each computes of its samples in the first stage is computed in the one in which it goes on with them, where they are still in the cache. The sums over the samples of
    // the first stage that nobody else reads wait for the third, if there is one, where any samples are put off.
    private void PutOff(IReadOnlyList<Kernel> kernels, ILookup<Value, Kernel> readers)
    {
        var sums = !_stages.ContainsValue(2) ? System.Array.Empty<Kernel>()
            : kernels.Where(kernel => _stages[kernel] == 1 && SplitOf(kernel) != WorkSplit.Samples && !kernel.Results.Any(readers.Contains)).ToArray();
        foreach (var sum in sums)
        {
            _stages[sum] = 2;
        }

        if (!MoveSamples(kernels, readers))
        {
            foreach (var sum in sums)
            {
                _stages[sum] = 1;
            }

            sums = System.Array.Empty<Kernel>();
        }

        NumberTasks(kernels, sums);
    }

    // Only what others read of their samples in the later stage goes there; what none but sums read follows what it reads itself.
    private bool MoveSamples(IReadOnlyList<Kernel> kernels, ILookup<Value, Kernel> readers)
    {
        var latest = new Dictionary<Kernel, int>();
        var wanted = new HashSet<Kernel>();
        foreach (var kernel in kernels.Reverse().Where(kernel => _stages[kernel] == 0 && SplitOf(kernel) == WorkSplit.Samples))
        {
            var own = kernel.Results.SelectMany(value => readers[value]).ToArray();
            latest[kernel] = own.Select(reader => latest.TryGetValue(reader, out var stage) ? stage : _stages[reader] - (SplitOf(reader) == WorkSplit.Samples ? 0 : 1)).DefaultIfEmpty(0).Min();
            if (latest[kernel] > 0 && own.Any(reader => SplitOf(reader) == WorkSplit.Samples && IsAt(reader, latest[kernel])))
            {
                wanted.Add(kernel);
            }
        }

        foreach (var kernel in kernels.Where(latest.ContainsKey))
        {
            _stages[kernel] = wanted.Contains(kernel) ? latest[kernel]
                : kernel.Reads.Select(Aliases.Root).Where(_writers.ContainsKey).Max(value => (int?)_stages[_writers[value]]) ?? 0;
        }

        return latest.Keys.Any(kernel => _stages[kernel] > 0);

        bool IsAt(Kernel reader, int stage) => latest.TryGetValue(reader, out var last) ? wanted.Contains(reader) && last == stage : _stages[reader] == stage;
    }

    // A sum that waits is a task of its own; the others of its stage have numbers without gaps again, so that workers take as many.
    private void NumberTasks(IReadOnlyList<Kernel> kernels, IReadOnlyCollection<Kernel> moved)
    {
        foreach (var stage in kernels.Where(_tasks.ContainsKey).GroupBy(kernel => _stages[kernel]))
        {
            var numbers = new Dictionary<(bool IsMoved, int Task), int>();
            foreach (var kernel in stage)
            {
                var task = (moved.Contains(kernel), _tasks[kernel]);
                _tasks[kernel] = numbers.TryGetValue(task, out var number) ? number : numbers[task] = numbers.Count;
            }
        }
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
