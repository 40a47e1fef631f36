using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in the shapes of tiles, the sums of single rows, the kernels within a sample, and weights in panels along another axis.</summary>
internal static class Tiles
{
    private const string Kernels = "generator/NetGen.Generator/Emission/Kernels/";
    private const string Planning = "generator/NetGen.Generator/Planning/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "LastLanesOfATile",
            FaultKind.TailMishandled,
            Kernels + "TiledContraction.cs",
            """_writer.Line($"var lane = Math.Min(tileLane, {start});");""",
            """_writer.Line("var lane = tileLane;");""",
            "The last tile of lanes reaches beyond the last panel.",
            Step.Of("TileGuardTests"),
            Step.Random(100)),
        new(
            "LastLaneOfARow",
            FaultKind.OffByOne,
            Kernels + "TiledContraction.cs",
            """? $"Math.Max({Literals.Integer(_axes.LaneSize)} - width, 0)" :""",
            """? $"Math.Max({Literals.Integer(_axes.LaneSize - 1)} - width, 0)" :""",
            "The last tile of positions ends before the last of them.",
            Step.Random(300),
            Step.Of("ReferenceAgreementTests")),
        new(
            "SecondHalfIsTheFirst",
            FaultKind.TailMishandled,
            "src/NetGen/Numerics/Lanes.cs",
            "half = value.GetUpper();",
            "half = value.GetLower();",
            "Of five lanes and more that are stored, those behind the fourth are the first again.",
            Step.OfRuntime("LanesTests")),
        new(
            "ThirdVectorAtThePlaceOfTheSecond",
            FaultKind.OffByOne,
            Kernels + "TileLanes.cs",
            """: $"{Literals.Integer(vector)} * {_type.Count}";""",
            """: $"{Literals.Integer(vector - 1)} * {_type.Count}";""",
            "The third vector of a wide tile is the second again, and the fourth the third.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "SumOfTheFirstChains",
            FaultKind.AccumulationMissed,
            Kernels + "RowOfChains.cs",
            """return string.Join(" + ", parts);""",
            "return parts[0];",
            "Of the sums of a single row only some are added up.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "LastElementOfARowOfChains",
            FaultKind.TailMishandled,
            Kernels + "RowOfChains.cs",
            "if (rest > 0)",
            "if (rest > 1)",
            "One element that is left over by the chains of a row is not added.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "EpilogueReadsTheFirstRows",
            FaultKind.WrongOffset,
            Kernels + "TileWriter.cs",
            "var fromPanel = Addresses.Sum(Addresses.Times(tile.Row, _axes.ResultRowStride), row, lanes);",
            "var fromPanel = Addresses.Sum(row, lanes);",
            "What is applied to a stored tile reads its other operands at the first rows.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "EpilogueReadsTheFirstLanes",
            FaultKind.WrongOffset,
            Kernels + "ContractionEpilogue.cs",
            "(nuint)(lane + l));",
            "(nuint)l);",
            "What is applied to a stored tile takes the bias of the first outputs.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "RowSummedOverItsPadding",
            FaultKind.WrongMask,
            Kernels + "RowForm.cs",
            "Kernel.Length % Blocks.Size == 0 ? vector",
            "Kernel.Length % 2 == 0 ? vector",
            "A sum within a sample takes in the padding of rows of even length.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "RowsReadWhatIsNotComputedYet",
            FaultKind.OrderReversed,
            Planning + "RowFusion.cs",
            " || reads.Any(late.Contains)",
            string.Empty,
            "Kernels of a row are joined over one between them whose result they read.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "RowsJoinedOverTheHalvesOfAPass",
            FaultKind.ConditionLeftOut,
            Planning + "RowFusion.cs",
            "_firstHalf.Contains(kernel.Result) != _firstHalf.Contains(_kernels[start].Result)",
            "_firstHalf.Count < 0",
            "A kernel is joined from what Forward and what Backward computes.",
            Step.Of("RowFusionTests")),
        new(
            "RowsOfAPanelTakenForItsLanes",
            FaultKind.ArgumentsExchanged,
            Kernels + "RelayoutEmitter.cs",
            """{Left("rowStart", rows, Literals.Integer(rows))}, {Left("laneStart", lanes, laneCount)});")));""",
            """{Left("laneStart", lanes, laneCount)}, {Left("rowStart", rows, Literals.Integer(rows))});")));""",
            "Blocks at the edge of a weight are transposed with rows and lanes exchanged.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "StackTooSmall",
            FaultKind.MemoryTooSmall,
            "generator/NetGen.Generator/Emission/SampleEmitter.cs",
            "InlineArray({Literals.Integer(_plan.Lengths.Fixed)})",
            "InlineArray({Literals.Integer(_plan.Lengths.Fixed - 1)})",
            "A prediction of one sample writes one number beyond its memory on the stack.",
            Step.Of("SampleScratchTests")),
        new(
            "SamplesThatDependOnEachOtherAlone",
            FaultKind.CheckLeftOut,
            Planning + "OneSampleGraph.cs",
            " or RandomOperation",
            string.Empty,
            "A prediction of one sample is compiled where numbers are drawn for each.",
            Step.Of("OneSampleGraphTests")),
        new(
            "FrozenParametersWithinARange",
            FaultKind.FilterLeftOut,
            "src/NetGen/Training/Optimizers/Optimizer.cs",
            "is { Trainable: true } next && ",
            "is { } next && ",
            "Frozen parameters behind trainable ones are updated with them.",
            Step.OfRuntime("OptimizerTests")),
        new(
            "OneDecayForNeighbours",
            FaultKind.ConditionLeftOut,
            "src/NetGen/Training/Optimizers/Optimizer.cs",
            " && DecayOf(next) == decay)",
            ")",
            "Parameters that are not to decay do where those before them do.",
            Step.OfRuntime("OptimizerTests")),
    ];
}
