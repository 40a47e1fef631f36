using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>
/// The stages of a pass in which a worker takes its samples some at a time, so that what a kernel writes is still in the cache when the next one reads it. What only such a
/// stage reads needs memory for these samples alone, in that of the worker.
/// </summary>
internal sealed class MicroBatches
{
    /// <summary>How many elements a second-level cache holds beside others.</summary>
    public const int CacheElements = 1 << 16;

    // A micro-batch of more samples is no less than the batches that are usual.
    private const int MostSamples = 64;

    // Parameters are read anew for each micro-batch: a quarter of what its values are written and read at most.
    private const int TrafficOverParameters = 4;

    private readonly int[] _samples;
    private readonly Dictionary<Value, int> _room = new();

    private MicroBatches(WorkSchedule schedule, LayoutPlan layouts, int unit, bool always)
    {
        var readers = schedule.Stages.SelectMany(stage => stage).SelectMany(kernel => kernel.Reads.Select(Aliases.Root).Distinct().Select(value => (value, kernel)))
            .ToLookup(pair => pair.value, pair => pair.kernel);
        var results = new HashSet<Value>(layouts.Graph.Results.Select(result => Aliases.Root(result.Value)));
        _samples = new int[schedule.Stages.Count];
        for (var i = 0; i < _samples.Length; i++)
        {
            var kernels = schedule.Stages[i].Where(kernel => WorkSchedule.SplitOf(kernel) == WorkSplit.Samples).ToArray();
            var own = new HashSet<Kernel>(kernels);
            var values = kernels.SelectMany(kernel => kernel.Results).Where(value => value.Batched && !results.Contains(value) && readers[value].All(own.Contains)).ToArray();
            _samples[i] = values.Length == 0 ? 0 : always ? unit : Choose(kernels, values, readers, layouts, unit);
            foreach (var value in _samples[i] == 0 ? Array.Empty<Value>() : values)
            {
                _room.Add(value, _samples[i]);
            }
        }
    }

    /// <summary>Chooses the micro-batches of each stage.</summary>
    /// <param name="schedule">The stages.</param>
    /// <param name="layouts">How values lie.</param>
    /// <param name="unit">Of how many samples a micro-batch is a multiple.</param>
    /// <param name="always">Whether they are as small as can be wherever there are values for them, even where that does not pay: for tests.</param>
    public static MicroBatches Of(WorkSchedule schedule, LayoutPlan layouts, int unit, bool always) => new(schedule, layouts, unit, always);

    /// <summary>How many samples a worker takes at a time in a stage; 0 where it takes all of them.</summary>
    public int SamplesOf(int stage) => _samples[stage];

    /// <summary>For how many samples a value has room in the memory of a worker; 0 where it lies in that of the batch.</summary>
    public int RoomOf(Value value) => _room.TryGetValue(value, out var samples) ? samples : 0;

    private static int Choose(IReadOnlyList<Kernel> kernels, IReadOnlyList<Value> values, ILookup<Value, Kernel> readers, LayoutPlan layouts, int unit)
    {
        var lengths = values.ToDictionary(value => value, value => Blocks.LengthPerSample(value.Type, layouts[value]));
        var times = Enumerable.Range(0, kernels.Count).ToArray();
        var lifetimes = new Lifetimes(layouts.Graph, kernels, times, twoHalves: false);
        var length = ArenaPlanner.Place(values.Select(value => lifetimes.Of(value, lengths[value])).ToArray()).Length;
        if (length * MostSamples < CacheElements)
        {
            return 0;
        }

        var traffic = values.Sum(value => lengths[value] * (1 + readers[value].Count()));
        var parameters = kernels.SelectMany(kernel => kernel.Reads).Select(Aliases.Root).Distinct().Where(IsReadFromMemory).Sum(value => value.Shape.Count);
        var samples = Math.Max(CacheElements / length / unit * unit, (((parameters * TrafficOverParameters / traffic) + unit) / unit) * unit);
        return samples < MostSamples ? (int)samples : 0;
    }

    private static bool IsReadFromMemory(Value value) => !value.Batched && value.Operation is not (ConstantOperation or IotaOperation);
}
