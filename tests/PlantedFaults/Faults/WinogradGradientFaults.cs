using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in gradients of weights in Winograd's form: which of them have it, their tiles and sums, the memory of workers.</summary>
internal static class WinogradGradientFaults
{
    private const string Folder = "generator/NetGen.Generator/";

    private const string Runtime = "src/NetGen/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "GradientsOfOddImages",
            FaultKind.CheckLeftOut,
            Folder + "Optimization/WinogradGradients.cs",
            "gradient.Shape.Sizes.Take(2).All(size => size % WinogradOperation.TileSize == 0)",
            "gradient.Shape.Rank > 0",
            "Images of an odd size have the form, of which the last row or column of the gradient is added twice or not at all.",
            Step.Of("WinogradFormsTests", "WinogradAgreementTests")),
        new(
            "LanesOfAGradientOverlap",
            FaultKind.ConditionLeftOut,
            Folder + "Optimization/WinogradGradients.cs",
            "WinogradSumsOperation.Takes(gradient.Shape[2])",
            "gradient.Shape[2] > 0",
            "48 filters have the form, of which tiles of registers overlap.",
            Step.Of("WinogradFormsTests")),
        new(
            "BlocksOfAGradientOverlap",
            FaultKind.TailMishandled,
            Folder + "Planning/WinogradKernel.cs",
            "rows % some == 0 && (",
            "rows > 0 && (",
            "The last block of tiles goes beyond the image.",
            Step.Of("WinogradFormsTests", "WinogradAgreementTests")),
        new(
            "SumsOfTheStepBefore",
            FaultKind.MemoryNotCleared,
            Folder + "Emission/Kernels/WinogradSumsEmitter.cs",
            "ref ownSums, count).Clear();",
            "ref ownSums, 0).Clear();",
            "The sums go on with what their memory held.",
            Step.Of("WinogradAgreementTests")),
        new(
            "SamplesOfTheFirstPart",
            FaultKind.WrongOffset,
            Folder + "Emission/Kernels/WinogradSumsEmitter.cs",
            "n = (int)((long)samples * part / {parts})",
            "n = 0",
            "A part of the samples begins with the first of all.",
            Step.Of("WinogradAgreementTests")),
        new(
            "LastPartOfTheSumsLeftOut",
            FaultKind.AccumulationMissed,
            Runtime + "Numerics/Winograd.cs",
            "(At(ref sums, place + (2 * partStride)) + At(ref sums, place + (3 * partStride)))",
            "At(ref sums, place + (2 * partStride))",
            "The gradient leaves out a quarter of the samples.",
            Step.OfRuntime("WinogradTests")),
        new(
            "EachBlockForItself",
            FaultKind.AccumulationMissed,
            Folder + "Planning/WinogradSumsKernel.cs",
            "null) { Continues = true }",
            "null)",
            "The products of the last block are the gradient.",
            Step.Of("WinogradAgreementTests")),
        new(
            "LastRowOfTheGradientsTile",
            FaultKind.SignLost,
            Runtime + "Numerics/Winograd.cs",
            "StoreSums(-g10, -g11, ref",
            "StoreSums(g10, g11, ref",
            "A tile of the gradient is transformed with a wrong sign.",
            Step.OfRuntime("WinogradTests")),
        new(
            "MiddleOfTheWindowTwice",
            FaultKind.FactorLeftOut,
            Runtime + "Numerics/Winograd.cs",
            "(half * (r1 + r2), half * (r1 - r2))",
            "(half * (r1 + r2), r1 - r2)",
            "The middle column of a window's gradient is twice what it should be.",
            Step.OfRuntime("WinogradTests")),
        new(
            "ChannelsOfAnotherWorker",
            FaultKind.WrongOffset,
            Folder + "Emission/Kernels/WinogradSumsEmitter.cs",
            "Addresses.Times(\"firstChannel\", SumsOfAChannel)",
            "\"0\"",
            "A worker that begins within a part writes its sums where those of the first channels belong.",
            Step.OfRuntime("SharedTrainingTests")),
        new(
            "WorkersWithoutSamplesHaveNoTiles",
            FaultKind.MemoryTooSmall,
            Folder + "Emission/WorkspaceEmitter.cs",
            "_programs.Any(plan => plan.HasSharedScratch) ? 0 : ",
            "",
            "Workers without samples transform their tiles where another does.",
            Step.Of("WinogradGuardTests")),
        new(
            "TilesOfWorkersThatShareChannels",
            FaultKind.MemoryReusedWhileRead,
            Folder + "Planning/ProgramPlanner.cs",
            "kernel => WorkSchedule.SplitOf(kernel) != WorkSplit.None).SelectMany",
            "kernel => WorkSchedule.SplitOf(kernel) == WorkSplit.Samples).SelectMany",
            "Workers that share channels transform their tiles in the same memory.",
            Step.Of("WinogradFormsTests")),
    ];
}
