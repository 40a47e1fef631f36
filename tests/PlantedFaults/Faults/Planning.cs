using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in kernels, layouts, lifetimes and offsets.</summary>
internal static class Planning
{
    private const string Folder = "generator/NetGen.Generator/Planning/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "ForwardValuesDieEarly",
            FaultKind.LifetimeTooShort,
            Folder + "Lifetimes.cs",
            "Extend(root, second && firstHalf.Contains(root) ? end : times[i]);",
            "Extend(root, times[i]);",
            "Backward writes over what a second Backward of the same Forward reads.",
            Step.Of("BitTests")),
        new(
            "ResultsDieBeforeTheyAreCopied",
            FaultKind.LifetimeTooShort,
            Folder + "Lifetimes.cs",
            "Extend(Aliases.Root(result.Value), end);",
            "Extend(Aliases.Root(result.Value), 0);",
            "The memory of an output is used again before it is copied to the caller.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "OperandAndResultShareMemory",
            FaultKind.MemoryReusedWhileRead,
            Folder + "ArenaPlanner.cs",
            "First <= other.Last && other.First <= Last",
            "First < other.Last && other.First < Last",
            "A kernel writes its result over what it still reads.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "BuffersOverlapByOne",
            FaultKind.OffByOne,
            Folder + "ArenaPlanner.cs",
            "offsets[other] + buffers[other].Length)",
            "offsets[other] + buffers[other].Length - 1)",
            "A buffer begins on the last element of the one before.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "PreparedValuesShareMemory",
            FaultKind.LifetimeTooShort,
            Folder + "ProgramPlanner.cs",
            "lifetimes, region == Region.Prepared, kernels.Count)",
            "lifetimes, false, kernels.Count)",
            "A prepared weight is written over by the next one.",
            Step.Of("ReferenceAgreementTests")),
        new(
            "PaddingNotCounted",
            FaultKind.PaddingNotCounted,
            Folder + "ParameterPlan.cs",
            "offset += place.Length;",
            "offset += parameter.Shape.Count;",
            "A parameter begins in the padding of the one before.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "RoundedDown",
            FaultKind.RoundedDown,
            Folder + "Blocks.cs",
            "(count + Size - 1) / Size * Size",
            "count / Size * Size",
            "What fills no block of 16 has no memory.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "LaneOfTheLayoutIgnored",
            FaultKind.LayoutIgnored,
            Folder + "ContractionForm.cs",
            "axes[layout.LaneAxis < 0 ? axes.Length - 1 : layout.LaneAxis]",
            "axes[axes.Length - 1]",
            "The gradient of a weight is summed along the wrong axis of its panels.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "SharedMapComputedInside",
            FaultKind.ConditionLeftOut,
            Folder + "KernelSelection.cs",
            "users[operand] == 1 && operand.Operation is MapOperation && ",
            "operand.Operation is MapOperation && ",
            "A map that a reduction takes in is written nowhere, though another kernel reads it.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "CallerReadAsPadded",
            FaultKind.WrongStride,
            Folder + "KernelSelection.cs",
            "root.Operation is InputOperation or IotaOperation or ConstantOperation ||",
            "root.Operation is IotaOperation or ConstantOperation ||",
            "The epilogue of a contraction reads a column of the caller with the strides of the padded result.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "PermutedLabelsForgotten",
            FaultKind.IndicesNotMovedAlong,
            Folder + "LayoutPlan.cs",
            "new string(permutation.Select(from => axes[from]).ToArray())",
            "axes",
            "An activation is transposed for a contraction that still takes the axes as they were.",
            Step.Of("LayoutPlanTests")),
        new(
            "SumOfPanelsAndRows",
            FaultKind.AnyInPlaceOfAll,
            Folder + "GradientLayouts.cs",
            "value.Operands.All(operand => operand.Type",
            "value.Operands.Any(operand => operand.Type",
            "A gradient is summed in panels although one of its terms lies row by row.",
            Step.Of("LayoutPlanTests")),
        new(
            "OneBufferForTwoGradients",
            FaultKind.ConditionLeftOut,
            Folder + "LayoutPlan.cs",
            " || !_takenAsGradient.Add(root)",
            "",
            "Of two parameters with the same gradient one gets none.",
            Step.Of("ReferenceAgreementTests", "GradientCheckTests"),
            Step.Random(100)),
        new(
            "PaddingReadBetweenIsNowhere",
            FaultKind.ConditionLeftOut,
            Folder + "KernelSelection.cs",
            "users[operand] == 1 && operand.Operation is PadOperation inner && ",
            "operand.Operation is PadOperation inner && ",
            "Padding along one axis is done within that along another, though another kernel reads it.",
            Step.Of("SingleKernelTests")),
        new(
            "PaddingWithTheOuterNumber",
            FaultKind.ConditionLeftOut,
            Folder + "KernelSelection.cs",
            " && inner.Value.Equals(pad.Value)",
            string.Empty,
            "Paddings with different numbers are one kernel.",
            Step.Of("SingleKernelTests")),
    ];
}
