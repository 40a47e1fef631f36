using System.Collections.Generic;
using System.Linq;

namespace NetGen.PlantedFaults.Faults;

/// <summary>All faults, by the stage of the compiler they are planted in.</summary>
internal static class Catalogue
{
    private static readonly IReadOnlyList<(string Stage, IReadOnlyList<Fault> Faults)> Stages =
    [
        ("declarations", Declarations.Faults),
        ("graphs", Graphs.Faults),
        ("differentiation", [.. Differentiation.Faults, .. Rules.Faults]),
        ("expressions", Expressions.Faults),
        ("passes", Passes.Faults),
        ("planning", Planning.Faults),
        ("emission", [.. Emission.Faults, .. Classes.Faults]),
        ("kernels", [.. Kernels.Faults, .. Tiles.Faults, .. Movements.Faults]),
        ("lowering", Lowering.Faults),
        ("runtime", Runtime.Faults),
        ("workers", Workers.Faults),
        ("windows", WindowFaults.Faults),
        ("blocks", BlockFaults.Faults),
        ("groups", [.. GroupFaults.Faults, .. VerySmallFaults.Faults]),
        ("micro-batches", MicroBatchFaults.Faults),
        ("second results", SecondResultFaults.Faults),
        ("Winograd's form", [.. WinogradFaults.Faults, .. WinogradGradientFaults.Faults]),
        ("repeated calls", RepetitionFaults.Faults),
    ];

    public static IReadOnlyList<Fault> All { get; } = [.. Stages.SelectMany(stage => stage.Faults)];

    public static string StageOf(Fault fault) => Stages.First(stage => stage.Faults.Contains(fault)).Stage;
}
