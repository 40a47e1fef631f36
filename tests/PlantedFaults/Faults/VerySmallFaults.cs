using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults where the samples of a group lie in the lanes of all layers of a network: rows of groups, numbers in groups, weights that are read and written as they lie.</summary>
internal static class VerySmallFaults
{
    private const string Folder = "generator/NetGen.Generator/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "ScratchOfOneSample",
            FaultKind.MemoryTooSmall,
            Folder + "Planning/Storage.cs",
            "Blocks.RoundUp(Blocks.Length(value.Shape, layout))",
            "Blocks.LengthPerSample(value.Type, layout)",
            "What a kernel over rows of groups writes for itself has room for a sixteenth of a group.",
            Step.Of("RowFusionTests", "ReferenceAgreementTests"), Step.Random(100)),
        new(
            "ZeroInOneBranch",
            FaultKind.AnyInPlaceOfAll,
            Folder + "Optimization/Groups/ZeroRest.cs",
            "IsZero(choice.WhenTrue) && IsZero(choice.WhenFalse)",
            "(IsZero(choice.WhenTrue) || IsZero(choice.WhenFalse))",
            "A choice is taken for zero where one of its branches is.",
            Step.Of("GroupSamplesTests", "ReferenceAgreementTests"), Step.Random(300)),
        new(
            "TwoPanelsTakenForOne",
            FaultKind.WrongConstant,
            Folder + "Graph/Operation.cs",
            "shape[LaneAxis] <= 16",
            "shape[LaneAxis] <= 32",
            "A weight of two panels is read as if both were one.",
            Step.Of("ReferenceAgreementTests")),
        new(
            "StrideWithinAPanel",
            FaultKind.WrongStride,
            Folder + "Planning/Storage.cs",
            "            ? 1\n",
            "            ? Blocks.Size\n",
            "The lanes of a panel are read as if they lay a block apart.",
            Step.Of("ReferenceAgreementTests")),
        new(
            "PaddingOfPanelsKept",
            FaultKind.MemoryNotCleared,
            Folder + "Emission/Kernels/SumOfLanes.cs",
            "_value.Shape[_result.LaneAxis] % Blocks.Size != 0",
            "_value.Shape[_result.LaneAxis] % Blocks.Size == 0",
            "The padding of a gradient in panels is what memory held before.",
            Step.Random(300), Step.Of("BitTests", "ReferenceAgreementTests")),
        new(
            "RestOfNumbersIsZero",
            FaultKind.WrongFlag,
            "src/NetGen/Numerics/SampleGroups.cs",
            "zeroRest || samples == 0 ? T.Zero",
            "!zeroRest || samples == 0 ? T.Zero",
            "Lanes without a sample have the last weight, and none the last class.",
            Step.OfRuntime("SampleGroupsTests")),
        new(
            "RestOfASampleFromOneBefore",
            FaultKind.OffByOne,
            "src/NetGen/Numerics/SampleGroups.cs",
            "Math.Max(length - Quad, 0)",
            "Math.Max(length - Quad - 1, 0)",
            "The last element of a sample stays behind in its group.",
            Step.OfRuntime("SampleGroupsTests")),
        new(
            "RowsOfOneVectorOfSamples",
            FaultKind.IndicesNotMovedAlong,
            Folder + "Emission/Kernels/RowForm.cs",
            "* i) + {Lane})",
            "* i) + 0)",
            "Kernels over rows of groups compute the first samples of a group for all.",
            Step.Of("ReferenceAgreementTests")),
        new(
            "IndexOfTheLane",
            FaultKind.WrongAxis,
            Folder + "Emission/Kernels/RowForm.cs",
            "$\"new {Type.Name}(i)\";",
            "$\"new {Type.Name}(i) + {Type.Name}.Indices\";",
            "With samples in the lanes each has another index of the class.",
            Step.Of("ReferenceAgreementTests")),
        new(
            "LanesSummedInARow",
            FaultKind.WrongReduction,
            Folder + "Emission/Kernels/RowForm.cs",
            "public override string Total(string lanes, bool isSum) => lanes;",
            "public override string Total(string lanes, bool isSum) => $\"new {Type.Name}({(isSum ? \"Lanes.Sum\" : \"Lanes.Maximum\")}({lanes}))\";",
            "The softmax of a sample is divided by the sum over all samples in the lanes.",
            Step.Of("ReferenceAgreementTests")),
        new(
            "BiasCorrectionEndsEarly",
            FaultKind.WrongConstant,
            "src/NetGen/Training/Optimizers/AdamUpdate.cs",
            "LastDigits = 37.43",
            "LastDigits = 3.743",
            "Adam's bias correction ends while it still has most of its digits.",
            Step.OfRuntime("OptimizerTests", "OptimizerReferenceTests")),
    ];
}
