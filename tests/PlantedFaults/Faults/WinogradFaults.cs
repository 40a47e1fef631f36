using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in sums in Winograd's form: which sums have it, its transformations, its tiles.</summary>
internal static class WinogradFaults
{
    private const string Folder = "generator/NetGen.Generator/";

    private const string Runtime = "src/NetGen/Numerics/Winograd.cs";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "WindowsWalkedForwards",
            FaultKind.WrongFlag,
            Folder + "Optimization/ImageWindows.cs",
            "filters, Rows.Dilation < 0, Columns",
            "filters, false, Columns",
            "The weight of an input gradient is turned over along its columns alone.",
            Step.Of("WinogradFormsTests", "WinogradAgreementTests")),
        new(
            "FirstWindowOfTheWalk",
            FaultKind.WrongOffset,
            Folder + "Optimization/ImageWindows.cs",
            "(int)Rows.Lowest",
            "Rows.Start",
            "Tiles begin where the first window is walked from, also where that is its end.",
            Step.Of("WinogradFormsTests", "WinogradAgreementTests")),
        new(
            "DifferenceTheOtherWay",
            FaultKind.SignLost,
            Runtime,
            "At(ref row2, c1) - At(ref row1, c1),",
            "At(ref row1, c1) - At(ref row2, c1),",
            "One of the four differences of elements has the wrong sign.",
            Step.OfRuntime("WinogradTests")),
        new(
            "LastProductAdded",
            FaultKind.SignLost,
            Runtime,
            "z11 = lower1 - lower2 - lower3;",
            "z11 = lower1 - lower2 + lower3;",
            "The products are transformed back with a wrong sign.",
            Step.OfRuntime("WinogradTests")),
        new(
            "HalfOfTheMiddleLeftOut",
            FaultKind.FactorLeftOut,
            Runtime,
            "(half * w10, half * w11, half * w12)",
            "(w10, w11, w12)",
            "The middle of a window counts twice in the transformed weight.",
            Step.OfRuntime("WinogradTests")),
        new(
            "LastTileBeyondTheImage",
            FaultKind.TailMishandled,
            Folder + "Emission/Kernels/TileLoops.cs",
            "results % WinogradOperation.TileSize == 0 ? first",
            "results > 0 ? first",
            "The last tile of an odd number of results writes beyond them.",
            Step.Of("WinogradFormsTests", "WinogradAgreementTests")),
        new(
            "LastBlockBeyondTheImage",
            FaultKind.TailMishandled,
            Folder + "Emission/Kernels/TileLoops.cs",
            "blocks.Rows % blocks.RowsOfBlock == 0",
            "blocks.Rows > 0",
            "The last block of tiles goes beyond the image.",
            Step.Of("WinogradGuardTests")),
        new(
            "TilesOfAllWorkers",
            FaultKind.MemoryReusedWhileRead,
            Folder + "Planning/ProgramPlanner.cs",
            "value => scratch.Contains(value) ? !ofWorkers.Contains(value) : !value.Batched",
            "value => scratch.Contains(value) || !value.Batched",
            "All workers transform their tiles in the same memory.",
            Step.Of("WinogradFormsTests", "WinogradAgreementTests")),
        new(
            "GradientsAreNotDirect",
            FaultKind.FlagInverted,
            Folder + "Differentiation/Pullbacks.cs",
            "upstream, value.Operands[1 - operand], contract.IsDirect)",
            "upstream, value.Operands[1 - operand])",
            "The gradient of a layer has the form that the layer forbids.",
            Step.Of("WinogradFormsTests", "WinogradAgreementTests")),
    ];
}
