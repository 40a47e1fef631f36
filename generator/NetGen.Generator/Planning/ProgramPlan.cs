using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

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
        int preparedLength,
        int fixedLength,
        int lengthPerSample,
        bool isOneSample,
        bool guarded)
    {
        Graph = graph;
        Prepare = prepare;
        Kernels = kernels;
        _storage = storage;
        PreparedLength = preparedLength;
        FixedLength = fixedLength;
        LengthPerSample = lengthPerSample;
        IsOneSample = isOneSample;
        FitsStack = isOneSample && !guarded && fixedLength <= MostOnStack;
    }

    public ComputationGraph Graph { get; }

    /// <summary>The kernels that depend on parameters only and run once per version of the weights.</summary>
    public IReadOnlyList<Kernel> Prepare { get; }

    /// <summary>The kernels of each call.</summary>
    public IReadOnlyList<Kernel> Kernels { get; }

    /// <summary>How many elements the prepared values take.</summary>
    public int PreparedLength { get; }

    /// <summary>How many elements of the arena do not depend on the batch.</summary>
    public int FixedLength { get; }

    /// <summary>How many elements of the arena each sample of capacity takes.</summary>
    public int LengthPerSample { get; }

    /// <summary>Whether the program takes one sample, so that no value has a sample axis.</summary>
    public bool IsOneSample { get; }

    /// <summary>Whether the arena is so small that each call takes it from the stack.</summary>
    public bool FitsStack { get; }

    public Storage StorageOf(Value value) => _storage[Aliases.Root(value)];

    /// <summary>Null for a value that is computed inside a kernel and never lies in memory.</summary>
    public Storage? TryStorageOf(Value value) => _storage.TryGetValue(Aliases.Root(value), out var storage) ? storage : null;

    public IEnumerable<GraphResult> Results(ResultRole role) => Graph.Results.Where(result => result.Role == role);

    /// <summary>The kernels that some results need, in order.</summary>
    public IReadOnlyList<Kernel> KernelsFor(IEnumerable<Value> results)
    {
        var needed = GraphCopy.Needed(Graph, results);
        return Kernels.Where(kernel => kernel.Results.Any(needed.Contains)).ToArray();
    }
}
