using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults where workers take their samples some at a time: which values that concerns, where they lie, which samples it is the turn of.</summary>
internal static class MicroBatchFaults
{
    private const string Generator = "generator/NetGen.Generator/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "RoomForOneSample",
            FaultKind.MemoryTooSmall,
            Generator + "Planning/Storage.cs",
            "samples > 0 ? samples * Blocks.LengthPerSample",
            "samples > 0 ? Blocks.LengthPerSample",
            "The samples of a micro-batch are written where others lie.",
            Step.Of("MicroBatchesTests"), Step.Random(100)),
        new(
            "ReadBySomeKernelOfTheStage",
            FaultKind.AnyInPlaceOfAll,
            Generator + "Planning/MicroBatches.cs",
            "readers[value].All(own.Contains)",
            "readers[value].Any(own.Contains)",
            "What a weight gradient sums over the batch is kept for the last samples alone.",
            Step.Of("MicroBatchesTests"), Step.Random(100)),
        new(
            "ResultsOfSomeSamples",
            FaultKind.FilterLeftOut,
            Generator + "Planning/MicroBatches.cs",
            "value.Batched && !results.Contains(value) &&",
            "value.Batched &&",
            "A result of the batch is kept for the last samples of each worker alone.",
            Step.Of("MicroBatchesTests")),
        new(
            "MicroBatchBehindThoseBeforeIt",
            FaultKind.WrongOffset,
            Generator + "Emission/ProgramEmitter.cs",
            "Plan.StorageOf(value).Region == Region.PerWorker ?",
            "Plan.StorageOf(value).Region == Region.Prepared ?",
            "A worker's memory is used as if it held all samples.",
            Step.Random(100), Step.OfRuntime("SharedTrainingTests")),
        new(
            "EverySecondMicroBatch",
            FaultKind.OnlyTheFirstOfSeveral,
            Generator + "Emission/TrainingEmitter.cs",
            "first += {number}",
            "first += 2 * {number}",
            "Samples are left out.",
            Step.OfRuntime("SharedTrainingTests"), Step.Random(100)),
        new(
            "PartBeyondItsShare",
            FaultKind.TailMishandled,
            "src/NetGen/Workers/WorkShare.cs",
            "Math.Min(count, Count - first)",
            "count",
            "The last micro-batch takes samples of the next worker, or none.",
            Step.OfRuntime("WorkerShareTests")),
        new(
            "SumsPutOffToWhereTheirSamplesAre",
            FaultKind.OffByOne,
            Generator + "Planning/WorkSchedule.cs",
            "_stages[reader] - (SplitOf(reader) == WorkSplit.Samples ? 0 : 1)",
            "_stages[reader] - (SplitOf(reader) == WorkSplit.Samples ? 0 : 0)",
            "Workers sum what others have not computed yet.",
            Step.Of("WorkScheduleTests")),
    ];
}
