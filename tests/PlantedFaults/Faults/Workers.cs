using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in what several workers share: who does which part, when they meet, whose memory is whose.</summary>
internal static class Workers
{
    private const string Generator = "generator/NetGen.Generator/";
    private const string Runtime = "src/NetGen/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "WorkersDoNotMeetAtFirst",
            FaultKind.ConditionLeftOut,
            Generator + "Emission/TrainingEmitter.cs",
            ".Skip(i == 0 ? 1 : 0)",
            ".Skip(i <= 1 ? 1 : 0)",
            "Workers read what others have not written yet.",
            Step.Random(100)),
        new(
            "StageOfTheWriterIsEnough",
            FaultKind.ComparisonTooWeak,
            Generator + "Planning/WorkSchedule.cs",
            "reader == writer && reader != WorkSplit.Axis",
            "reader == writer || writer == WorkSplit.Axis",
            "What workers computed by ranges is read before they meet.",
            Step.Of("WorkScheduleTests")),
        new(
            "TasksThatDependOnEachOtherApart",
            FaultKind.OnlyTheFirstOfSeveral,
            Generator + "Planning/WorkSchedule.cs",
            "stage += tasks.Length > 1 ? 1 : 0;",
            "stage += 0;",
            "A worker sums what two others compute meanwhile.",
            Step.Of("WorkScheduleTests")),
        new(
            "MemoryUsedAgainWithinAStage",
            FaultKind.MemoryReusedWhileRead,
            Generator + "Planning/ProgramPlanner.cs",
            "Limit(PlaceBuffers(kernels, times, Region.PerSample,",
            "Limit(PlaceBuffers(kernels, order, Region.PerSample,",
            "A worker writes its samples over what another still reads of its own.",
            Step.Of("WorkScheduleTests")),
        new(
            "WorkersWriteTheFirstRows",
            FaultKind.WrongOffset,
            Generator + "Emission/Kernels/TiledContraction.cs",
            "[kernel.Result] = Row.Result,",
            "[kernel.Result] = 0,",
            "Every worker writes its rows of a weight gradient to the first rows.",
            Step.OfRuntime("SharedTrainingTests")),
        new(
            "WorkersReadTheFirstPanels",
            FaultKind.WrongStride,
            Generator + "Emission/Kernels/RelayoutEmitter.cs",
            "[x] = value.Shape[1 - from.LaneAxis],",
            "[x] = Blocks.Size,",
            "A worker transposes the panels of another.",
            Step.OfRuntime("SharedTrainingTests")),
        new(
            "EveryWorkerDrawsForTheFirstSamples",
            FaultKind.WrongRandomStream,
            Generator + "Emission/ProgramEmitter.cs",
            """yield return part.Samples is null ? "firstSample: 0" : part.Samples + ".First";""",
            """yield return "firstSample: 0";""",
            "Dropout drops the same in the samples of every worker.",
            Step.OfRuntime("SharedTrainingTests")),
        new(
            "WorkersShareTheirRows",
            FaultKind.MemoryReusedWhileRead,
            Runtime + "Networks/Workspace.cs",
            "((_shareUnit == 0 ? worker.Index : Math.Min(worker.Index, own.First / _shareUnit)) * _lengthPerWorker)",
            "(0 * _lengthPerWorker)",
            "Rows that a worker needs for itself are those of all.",
            Step.OfRuntime("SharedTrainingTests")),
        new(
            "LastSamplesAreNobodys",
            FaultKind.RoundedDown,
            Runtime + "Workers/Worker.cs",
            "Index == _others ? items :",
            "Index < 0 ? items :",
            "Samples beyond the last whole tile are left out.",
            Step.OfRuntime("WorkerShareTests")),
        new(
            "OnlyTheFirstTasksAreTaken",
            FaultKind.OnlyTheFirstOfSeveral,
            Runtime + "Workers/Worker.cs",
            "task % Count == Index",
            "task == Index",
            "Of what is not shared, more tasks than workers are left undone.",
            Step.OfRuntime("WorkerShareTests")),
        new(
            "AllButOneMeet",
            FaultKind.OffByOne,
            Runtime + "Workers/WorkerTeam.cs",
            "Interlocked.Increment(ref _arrived) == _count",
            "Interlocked.Increment(ref _arrived) >= _count - 1",
            "Workers go on before the last of them has come.",
            Step.OfRuntime("WorkerTeamTests")),
        new(
            "FailureLeavesTheOthersWaiting",
            FaultKind.StateNotAdvanced,
            Runtime + "Workers/WorkerTeam.cs",
            "Interlocked.CompareExchange(ref _failure, exception, null);",
            "_failure = null;",
            "The failure of a worker is lost.",
            Step.OfRuntime("WorkerTeamTests")),
        new(
            "EveryWorkerUpdatesTheFirstParameters",
            FaultKind.WrongOffset,
            Runtime + "Training/Optimizers/Optimizer.cs",
            "(start + first)..(start + first + count)",
            "start..(start + count)",
            "Several workers update the same parameters and leave the others.",
            Step.OfRuntime("SharedTrainingTests")),
        new(
            "NormOfSomePieces",
            FaultKind.OffByOne,
            Runtime + "Training/Gradients/GradientClipping.cs",
            "if (place >= first && place < first + count)",
            "if (place > first && place < first + count)",
            "Each worker leaves out one of its pieces of the norm.",
            Step.OfRuntime("SharedTrainingTests")),
        new(
            "NaNOfTheFirstWorkerAlone",
            FaultKind.OnlyTheFirstOfSeveral,
            Runtime + "Training/Gradients/GradientLoops.cs",
            "if (!Finiteness.IsPartFinite(_gradients, worker))",
            "if (worker.Index == 0 && !Finiteness.IsPartFinite(_gradients, worker))",
            "A gradient that is not finite reaches the weights where another worker looked at it.",
            Step.OfRuntime("SharedTrainingTests")),
        new(
            "TermsOfSomePieces",
            FaultKind.OffByOne,
            Runtime + "Training/Gradients/Regularization.cs",
            "if (place >= first && place < first + count)",
            "if (place > first && place < first + count)",
            "Each worker leaves out one of its pieces of the regularisation.",
            Step.OfRuntime("SharedTrainingTests")),
        new(
            "PartOfAPredictionInTheWrongPlace",
            FaultKind.WrongOffset,
            Generator + "Emission/BatchEmitter.cs",
            """Slice({Addresses.Times("first", column.Info.Shape.Count)},""",
            """Slice({Addresses.Times("first", 1)},""",
            "A worker predicts other samples than its own.",
            Step.OfRuntime("SharedTrainingTests")),
    ];
}
