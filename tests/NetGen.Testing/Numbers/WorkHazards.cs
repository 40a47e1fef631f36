using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Testing.Numbers;

/// <summary>
/// What workers would do to each other within a stage of a pass, found from the plan: reading what another writes, or
/// writing where another value still lies. A run finds such a thing only where the threads happen to be apart.
/// </summary>
internal static class WorkHazards
{
    /// <summary>A sentence for each; none where all is well.</summary>
    public static IReadOnlyList<string> Of(ProgramPlan plan) =>
    [
        .. EarlyReads(plan.Schedule!),
        .. SharedMemory(plan, plan.Schedule!.Stages, Region.Fixed, "in one stage"),
        .. SharedMemory(plan, plan.Schedule.Stages, Region.PerSample, "in one stage"),
        .. SharedMemory(plan, [.. plan.Kernels.Select(kernel => new[] { kernel })], Region.PerWorker, "of a worker at a time"),
        .. ReadsOfOneWorkersMemory(plan, plan.Schedule),
    ];

    private static IEnumerable<string> EarlyReads(WorkSchedule schedule)
    {
        var writers = schedule.Stages.SelectMany(stage => stage).SelectMany(kernel => kernel.Results.Select(value => (value, kernel))).ToDictionary(pair => pair.value, pair => pair.kernel);
        foreach (var reader in schedule.Stages.SelectMany(stage => stage))
        {
            foreach (var value in reader.Reads.Select(Aliases.Root).Where(writers.ContainsKey))
            {
                if (schedule.StageOf(writers[value]) >= schedule.StageOf(reader) && !IsOfOneWorker(schedule, writers[value], reader))
                {
                    yield return $"{reader.Result} reads {value} in the stage in which other workers write it.";
                }
            }
        }
    }

    // What lies in the memory of a worker is of the samples that it takes at a time: gone in the next stage, and nobody's but its own.
    private static IEnumerable<string> ReadsOfOneWorkersMemory(ProgramPlan plan, WorkSchedule schedule)
    {
        var stages = plan.Kernels.SelectMany(kernel => kernel.Results.Select(value => (value, Stage: schedule.StageOf(kernel)))).ToDictionary(pair => pair.value, pair => pair.Stage);
        return
            from reader in plan.Kernels
            from value in reader.Reads.Select(Aliases.Root)
            where plan.TryStorageOf(value) is { Region: Region.PerWorker } && (stages[value] != schedule.StageOf(reader) || WorkSchedule.SplitOf(reader) != WorkSplit.Samples)
            select $"{reader.Result} reads {value}, which lies in the memory of each worker for some of its samples.";
    }

    private static bool IsOfOneWorker(WorkSchedule schedule, Kernel writer, Kernel reader) =>
        schedule.StageOf(writer) == schedule.StageOf(reader)
        && (WorkSchedule.SplitOf(writer), WorkSchedule.SplitOf(reader)) switch
        {
            (WorkSplit.Samples, WorkSplit.Samples) => true,
            (WorkSplit.None, WorkSplit.None) => schedule.TaskOf(writer) == schedule.TaskOf(reader),
            _ => false,
        };

    // A value lives from the stage that writes it to the last that reads it, a result to the end; in the memory of a worker, which does one after the other, from the kernel that writes it.
    private static IEnumerable<string> SharedMemory(ProgramPlan plan, IReadOnlyList<IReadOnlyList<Kernel>> times, Region region, string when)
    {
        var lives = new Dictionary<Value, (int First, int Last)>();
        for (var time = 0; time < times.Count; time++)
        {
            foreach (var value in times[time].SelectMany(kernel => kernel.Reads.Concat(kernel.Results).Concat(kernel.Scratch)).Select(Aliases.Root).Where(value => plan.TryStorageOf(value)?.Region == region))
            {
                lives[value] = (lives.TryGetValue(value, out var life) ? life.First : time, time);
            }
        }

        foreach (var result in plan.Graph.Results.Select(result => Aliases.Root(result.Value)).Where(lives.ContainsKey))
        {
            lives[result] = (lives[result].First, times.Count);
        }

        var values = lives.Keys.ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            foreach (var other in values.Skip(i + 1).Where(other => Overlap(plan, values[i], other)))
            {
                if (lives[values[i]].First <= lives[other].Last && lives[other].First <= lives[values[i]].Last)
                {
                    yield return $"{values[i]} and {other} share memory {when}.";
                }
            }
        }
    }

    private static bool Overlap(ProgramPlan plan, Value first, Value second)
    {
        var (one, other) = (plan.StorageOf(first), plan.StorageOf(second));
        return one.Offset < other.Offset + Length(plan, second) && other.Offset < one.Offset + Length(plan, first);
    }

    private static long Length(ProgramPlan plan, Value value) => plan.StorageOf(value).LengthOf(value);
}
