using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in the writers of kernels: contractions, copies, random numbers.</summary>
internal static class Kernels
{
    private const string Folder = "generator/NetGen.Generator/Emission/Kernels/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "LastRowsOfATile",
            "wrong handling of the last rows",
            Folder + "TiledContraction.cs",
            """_writer.Line($"var row = Math.Min(tile, {last});");""",
            """_writer.Line("var row = tile;");""",
            "The last tile of six rows reaches beyond the last row.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "LastTileBeginsOneLate",
            "index off by one",
            Folder + "TiledContraction.cs",
            """var last = rows.OverSamples ? $"{rows.Count} - {TileRows}" :""",
            """var last = rows.OverSamples ? $"{rows.Count} - {TileRows + 1}" :""",
            "The last tile of samples begins a row too early and leaves the last sample out.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "PaddingOfGradientsNotMasked",
            "padding not masked",
            Folder + "ContractionAxes.cs",
            "public bool ZeroPadding => LaneSize % Blocks.Size != 0 && (",
            "public bool ZeroPadding => LaneSize > Blocks.Size && LaneSize % Blocks.Size != 0 && (",
            "Gradients of fewer than 16 outputs have rubbish in their padding, which optimisers and norms read.",
            Step.Of("BitTests")),
        new(
            "WholeVectorsOverTheNextRow",
            "wrong handling of the last columns",
            Folder + "ContractionAxes.cs",
            "public bool PartialStores =>\n        LaneSize % Blocks.Size != 0\n",
            "public bool PartialStores =>\n        LaneSize % Blocks.Size > Blocks.Size\n",
            "The last vector of a row is stored whole, over the beginning of the next row.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "PanelStrideWithoutPadding",
            "wrong stride",
            Folder + "ContractionAxes.cs",
            "shape.Count / shape[storage.Layout.LaneAxis] * Blocks.Size;",
            "shape.Count;",
            "The second panel of a weight begins where it would if the first had no padding.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "MaskOfTheFirstVectorForTheSecond",
            "mask not shifted",
            Folder + "TileWriter.cs",
            """v == 0 ? "valid" : $"valid - {_type.Count}";""",
            """v == 0 ? "valid" : "valid";""",
            "The second vector of a panel keeps as many lanes as the first.",
            Step.Of("BitTests"),
            Step.Random(100)),
        new(
            "SecondVectorReadsTheFirst",
            "second vector reads the place of the first",
            Folder + "ContractionEpilogue.cs",
            """Addresses.Sum(Addresses.Times(panel, Blocks.Size), "lane", _type.Count)}))";""",
            """Addresses.Sum(Addresses.Times(panel, Blocks.Size), "lane")}))";""",
            "Half of the outputs of a dense layer get the bias of their neighbours.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "LastOfTheGreatest",
            "tie decided the other way",
            Folder + "AxisEmitter.cs",
            """Addresses.Times("k", stride))} > {""",
            """Addresses.Times("k", stride))} >= {""",
            "Of equal elements the last counts as the greatest, and gets the gradient.",
            Step.Of("ReferenceAgreementTests", "ExtremeValueTests"),
            Step.Random(100)),
        new(
            "ConcatCountsOperands",
            "offset counted in parts in place of elements",
            Folder + "CopyEmitter.cs",
            "start += operand.Shape[concat.Axis];",
            "start += 1;",
            "The operands of a concatenation lie over each other.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "TransposedWithStridesOfTheResult",
            "strides of the wrong side",
            Folder + "CopyEmitter.cs",
            "transpose.Permutation.Select(axis => original[axis]).ToArray()",
            "original",
            "A transposition copies its operand as it lies.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "PanelsOfTheWrongAxis",
            "size of the wrong axis",
            Folder + "RelayoutEmitter.cs",
            "var rest = shape.Count / shape[layout.LaneAxis];",
            "var rest = shape[layout.LaneAxis];",
            "A weight of several panels is read from the wrong panel when it is laid out anew.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "EveryStreamIsTheFirst",
            "wrong random stream",
            Folder + "RandomEmitter.cs",
            "seed, {stream}, step, firstSample: 0);",
            "seed, 0, step, firstSample: 0);",
            "All random layers draw the same numbers, and other ones than documented.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
    ];
}
