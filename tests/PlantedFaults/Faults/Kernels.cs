using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in the kernels of contractions and of maps.</summary>
internal static class Kernels
{
    private const string Folder = "generator/NetGen.Generator/Emission/Kernels/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "LastRowsOfATile",
            FaultKind.TailMishandled,
            Folder + "TiledContraction.cs",
            """_writer.Line($"var row = Math.Min(tile, {last});");""",
            """_writer.Line("var row = tile;");""",
            "The last tile of four rows reaches beyond the last row.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "LastTileBeginsOneLate",
            FaultKind.OffByOne,
            Folder + "TiledContraction.cs",
            """var last = rows.OverSamples || rows.Shared is not null ? $"{rows.Count} - {count}" :""",
            """var last = rows.OverSamples || rows.Shared is not null ? $"{rows.Count} - {count + 1}" :""",
            "The last tile of samples begins a row too early and leaves the last sample out.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "PaddingOfGradientsNotMasked",
            FaultKind.WrongMask,
            Folder + "ContractionAxes.cs",
            "public bool ZeroPadding => LaneSize % Blocks.Size != 0\n",
            "public bool ZeroPadding => LaneSize > Blocks.Size && LaneSize % Blocks.Size != 0\n",
            "Gradients of fewer than 16 outputs have rubbish in their padding, which optimisers and norms read.",
            Step.Of("BitTests")),
        new(
            "WholeVectorsOverTheNextRow",
            FaultKind.TailMishandled,
            Folder + "ContractionAxes.cs",
            "public bool PartialStores =>\n        LaneSize % Blocks.Size != 0\n",
            "public bool PartialStores =>\n        LaneSize % Blocks.Size > Blocks.Size\n",
            "The last vector of a row is stored whole, over the beginning of the next row.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "PanelStrideWithoutPadding",
            FaultKind.PaddingNotCounted,
            Folder + "ContractionAxes.cs",
            "shape.Count / shape[storage.Layout.LaneAxis] * Blocks.Size;",
            "shape.Count;",
            "The second panel of a weight begins where it would if the first had no padding.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "MaskOfTheFirstVectorForTheSecond",
            FaultKind.WrongMask,
            Folder + "TileWriter.cs",
            """v == 0 ? "valid" : $"valid - {Addresses.Primary(_lanes.Before(v))}";""",
            """v == 0 ? "valid" : "valid";""",
            "The second vector of a panel keeps as many lanes as the first.",
            Step.Of("BitTests"),
            Step.Random(100)),
        new(
            "SecondVectorReadsTheFirst",
            FaultKind.WrongOffset,
            Folder + "ContractionEpilogue.cs",
            """Addresses.Sum("lane", _lanes.Before(vector));""",
            """Addresses.Sum("lane", _lanes.Before(0));""",
            "Half of the outputs of a dense layer get the bias of their neighbours.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "PlainContractionWithoutPadding",
            FaultKind.WrongStride,
            Folder + "PlainContraction.cs",
            "plan.StorageOf(value).SampleStride",
            "value.Shape.Count",
            "A contraction element by element takes samples to lie one behind the other.",
            Step.Of("SingleKernelTests")),
        new(
            "SumsOverThePadding",
            FaultKind.WrongFlag,
            Folder + "ReduceEmitter.cs",
            "value, context.Plan, paddable: false)",
            "value, context.Plan, paddable: true)",
            "A sum takes in what lies behind the last value of a sample.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests", "BitTests")),
    ];
}
