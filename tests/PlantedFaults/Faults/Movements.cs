using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in the kernels that move, draw and compare elements.</summary>
internal static class Movements
{
    private const string Folder = "generator/NetGen.Generator/Emission/Kernels/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "LastOfTheGreatest",
            FaultKind.TieDecidedWrongly,
            Folder + "AxisEmitter.cs",
            """Addresses.Times("k", line.Stride))} > {""",
            """Addresses.Times("k", line.Stride))} >= {""",
            "Of equal elements the last counts as the greatest, and gets the gradient.",
            Step.Of("ReferenceAgreementTests", "ExtremeValueTests"),
            Step.Random(100)),
        new(
            "ConcatCountsOperands",
            FaultKind.WrongOffset,
            Folder + "CopyEmitter.cs",
            "start += operand.Shape[concat.Axis];",
            "start += 1;",
            "The operands of a concatenation lie over each other.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "TransposedWithStridesOfTheResult",
            FaultKind.WrongStride,
            Folder + "CopyEmitter.cs",
            "transpose.Permutation.Select(axis => original[axis]).ToArray()",
            "original",
            "A transposition copies its operand as it lies.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "PanelsOfTheWrongAxis",
            FaultKind.WrongAxis,
            Folder + "RelayoutEmitter.cs",
            "var rest = shape.Count / shape[layout.LaneAxis];",
            "var rest = shape[layout.LaneAxis];",
            "A weight of several panels is read from the wrong panel when it is laid out anew.",
            Step.Of("SingleKernelTests")),
        new(
            "EveryStreamIsTheFirst",
            FaultKind.WrongRandomStream,
            Folder + "RandomEmitter.cs",
            "seed, {stream}, step, firstSample);",
            "seed, 0, step, firstSample);",
            "All random layers draw the same numbers, and other ones than documented.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "SliceBeginsInElements",
            FaultKind.WrongOffset,
            Folder + "CopyEmitter.cs",
            "slice.Start * from[slice.Axis]",
            "slice.Start",
            "A slice along an axis that is not the last begins too early.",
            Step.Of("SingleKernelTests"),
            Step.Random(100)),
        new(
            "ZerosOverTheValues",
            FaultKind.NameOfANeighbour,
            Folder + "CopyEmitter.cs",
            "value.Shape[pad.Axis] - pad.After",
            "value.Shape[pad.Axis] - pad.Before",
            "The zeros behind a padded value begin within it or behind its end.",
            Step.Of("SingleKernelTests"),
            Step.Random(100)),
        new(
            "InnerPaddingAtTheStart",
            FaultKind.WrongOffset,
            Folder + "CopyEmitter.cs",
            "Padded(inner, null, strides, start)",
            "Padded(inner, null, strides, offset)",
            "What is padded along two axes begins where its outer padding does.",
            Step.Of("SingleKernelTests"),
            Step.Of("ReferenceAgreementTests")),
    ];
}
