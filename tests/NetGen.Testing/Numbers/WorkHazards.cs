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
    public static IReadOnlyList<string> Of(ProgramPlan plan) => [.. EarlyReads(plan.Schedule!), .. SharedMemory(plan, plan.Schedule!)];

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

    private static bool IsOfOneWorker(WorkSchedule schedule, Kernel writer, Kernel reader) =>
        schedule.StageOf(writer) == schedule.StageOf(reader)
        && (WorkSchedule.SplitOf(writer), WorkSchedule.SplitOf(reader)) switch
        {
            (WorkSplit.Samples, WorkSplit.Samples) => true,
            (WorkSplit.None, WorkSplit.None) => schedule.TaskOf(writer) == schedule.TaskOf(reader),
            _ => false,
        };

    // A value lives from the stage that writes it to the last that reads it.
    private static IEnumerable<string> SharedMemory(ProgramPlan plan, WorkSchedule schedule)
    {
        var lives = new Dictionary<Value, (int First, int Last)>();
        for (var stage = 0; stage < schedule.Stages.Count; stage++)
        {
            foreach (var value in schedule.Stages[stage].SelectMany(kernel => kernel.Reads.Concat(kernel.Results)).Select(Aliases.Root).Where(value => IsInArena(plan, value)))
            {
                lives[value] = (lives.TryGetValue(value, out var life) ? life.First : stage, stage);
            }
        }

        var values = lives.Keys.ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            foreach (var other in values.Skip(i + 1).Where(other => Overlap(plan, values[i], other)))
            {
                if (lives[values[i]].First <= lives[other].Last && lives[other].First <= lives[values[i]].Last)
                {
                    yield return $"{values[i]} and {other} share memory in one stage.";
                }
            }
        }
    }

    private static bool IsInArena(ProgramPlan plan, Value value) => plan.TryStorageOf(value) is { Region: Region.Fixed or Region.PerSample };

    private static bool Overlap(ProgramPlan plan, Value first, Value second)
    {
        var (one, other) = (plan.StorageOf(first), plan.StorageOf(second));
        return one.Region == other.Region && one.Offset < other.Offset + Length(plan, second) && other.Offset < one.Offset + Length(plan, first);
    }

    private static long Length(ProgramPlan plan, Value value) => plan.StorageOf(value).LengthOf(value);
}
