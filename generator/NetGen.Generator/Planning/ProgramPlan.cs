using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>How many elements each part of a program's memory takes.</summary>
/// <param name="Prepared">The prepared values.</param>
/// <param name="Fixed">The part of the arena that does not depend on the batch.</param>
/// <param name="PerSample">The part of the arena for each sample of capacity.</param>
/// <param name="PerWorker">The part of the arena for each worker.</param>
internal sealed record ArenaLengths(int Prepared, int Fixed, int PerSample, int PerWorker);

/// <summary>A schedule of kernels with a place in memory for every value.</summary>
internal sealed class ProgramPlan
{
    /// <summary>This many elements are cleared on the stack sooner than a workspace is rented.</summary>
    private const int MostOnStack = 512;

    private readonly Dictionary<Value, Storage> _storage;

    internal ProgramPlan(
        ComputationGraph graph,
        IReadOnlyList<Kernel> prepare,
        IReadOnlyList<Kernel> kernels,
        Dictionary<Value, Storage> storage,
        ArenaLengths lengths,
        WorkSchedule? schedule,
        MicroBatches? microBatches,
        ProgramForm form)
    {
        Graph = graph;
        Prepare = prepare;
        Kernels = kernels;
        _storage = storage;
        Lengths = lengths;
        Schedule = schedule;
        MicroBatches = microBatches;
        IsOneSample = form.IsOneSample;
        FitsStack = form is { IsOneSample: true, IsGuarded: false } && lengths.Fixed <= MostOnStack;
        HasWideTiles = form.IsExtreme;
    }

    public ComputationGraph Graph { get; }

    /// <summary>The kernels that depend on parameters only and run once per version of the weights.</summary>
    public IReadOnlyList<Kernel> Prepare { get; }

    /// <summary>The kernels of each call.</summary>
    public IReadOnlyList<Kernel> Kernels { get; }

    /// <summary>All values that may lie in memory: those of the graph, and what kernels write for themselves.</summary>
    public IEnumerable<Value> Values => Graph.Values.Concat(Prepare.Concat(Kernels).SelectMany(kernel => kernel.Scratch)).Distinct();

    /// <summary>How many elements each part of the memory takes.</summary>
    public ArenaLengths Lengths { get; }

    /// <summary>How several workers share the kernels; null where one thread runs the program.</summary>
    public WorkSchedule? Schedule { get; }

    /// <summary>The stages in which workers take their samples some at a time; null where one thread runs the program.</summary>
    public MicroBatches? MicroBatches { get; }

    /// <summary>Whether the program takes one sample, so that no value has a sample axis.</summary>
    public bool IsOneSample { get; }

    /// <summary>Whether some values have their samples in groups.</summary>
    public bool HasGroups => Kernels.Any(kernel => kernel.CountsGroups);

    /// <summary>Whether kernels that workers share along another axis than the samples write something for themselves.</summary>
    public bool HasSharedScratch => Schedule is not null && Kernels.Any(kernel => WorkSchedule.SplitOf(kernel) == WorkSplit.Axis && kernel.Scratch.Count > 0);

    /// <summary>A worker's samples are a multiple of so many: the rows of a tile, or the samples of a group.</summary>
    public int SampleUnit => UnitOf(Kernels);

    /// <inheritdoc cref="SampleUnit"/>
    public static int UnitOf(IEnumerable<Kernel> kernels) => kernels.Any(kernel => kernel.CountsGroups) ? TensorType.GroupSize : SharedAxis.TileRows;

    /// <summary>Whether the arena is so small that each call takes it from the stack.</summary>
    public bool FitsStack { get; }

    /// <summary>Whether tiles are as wide as can be even where the machine has too few registers for their sums.</summary>
    public bool HasWideTiles { get; }

    public Storage StorageOf(Value value) => _storage[Aliases.Root(value)];

    /// <summary>Null for a value that is computed inside a kernel and never lies in memory.</summary>
    public Storage? TryStorageOf(Value value) => _storage.TryGetValue(Aliases.Root(value), out var storage) ? storage : null;

    public IEnumerable<GraphResult> Results(ResultRole role) => Graph.Results.Where(result => result.Role == role);

    /// <summary>The results that go into the gradient buffer.</summary>
    public IEnumerable<GraphResult> OfParameters => Graph.Results.Where(result => result.IsOfParameter);

    /// <summary>The kernels that some results need, in order.</summary>
    public IReadOnlyList<Kernel> KernelsFor(IEnumerable<Value> results)
    {
        var needed = GraphCopy.Needed(Graph, results);
        return Kernels.Where(kernel => kernel.Results.Any(needed.Contains)).ToArray();
    }
}
