using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in groups of samples: lanes without a sample, windows clipped at the border, sums over lanes.</summary>
internal static class GroupFaults
{
    private const string Folder = "generator/NetGen.Generator/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "CopiesInGradients",
            FaultKind.WrongFlag,
            Folder + "Optimization/Groups/GroupedValues.cs",
            "zeroRest: _gradients.Contains(value)",
            "zeroRest: true",
            "Lanes without a sample are zero on the way forward, where formulas may have a pole.",
            Step.Of("GroupSamplesTests")),
        new(
            "LanesWithoutSamplesCount",
            FaultKind.CheckLeftOut,
            Folder + "Optimization/Groups/GroupSamples.cs",
            "if (!_values.ZeroRest.Holds(operand))",
            "if (operand is null)",
            "Sums of activations over the samples count copies of the last one.",
            Step.Of("GroupSamplesTests", "ReferenceAgreementTests")),
        new(
            "ZeroWhereAnyOperandIs",
            FaultKind.AnyInPlaceOfAll,
            Folder + "Optimization/Groups/ZeroRest.cs",
            "IsZero(Simplifier.Simplify(expression.Substitute(values)))",
            "operands.Any(Holds)",
            "A formula is taken for zero where one of its operands is.",
            Step.Of("ReferenceAgreementTests", "GradientCheckTests"), Step.Random(300)),
        new(
            "RestOfTheGroupForgotten",
            FaultKind.TailMishandled,
            "src/NetGen/Numerics/SampleGroups.cs",
            "for (var lane = 0; lane < Size; lane++)",
            "for (var lane = 0; lane < samples; lane++)",
            "Lanes without a sample hold what memory held before.",
            Step.OfRuntime("SampleGroupsTests")),
        new(
            "CapacityOfPartsOfGroups",
            FaultKind.MemoryTooSmall,
            Folder + "Emission/WorkspaceEmitter.cs",
            "plans.Any(plan => plan.HasGroups)",
            "plans.All(plan => plan.HasGroups && plan.IsOneSample)",
            "A workspace has no room for the lanes that the last group has too many.",
            Step.Of("ReferenceAgreementTests", "BitTests"), Step.Random(300)),
        new(
            "SharesOfPartsOfGroups",
            FaultKind.WrongConstant,
            Folder + "Planning/ProgramPlan.cs",
            "kernels.Any(kernel => kernel.CountsGroups) ? TensorType.GroupSize : SharedAxis.TileRows",
            "SharedAxis.TileRows",
            "Workers share samples in the middle of a group.",
            Step.Of("GroupSamplesTests")),
        new(
            "BorderOneTooFar",
            FaultKind.OffByOne,
            Folder + "Emission/Kernels/WindowBounds.cs",
            "Less(length - windows.Start, walked)",
            "Less(length - windows.Start + 1, walked)",
            "A clipped window takes an element beyond the image.",
            Step.Of("PyTorchAgreementTests", "ReferenceAgreementTests")),
        new(
            "BorderOfWindowsWalkedBackwards",
            FaultKind.OffByOne,
            Folder + "Emission/Kernels/WindowBounds.cs",
            "More(walked, windows.Start - length + 1)",
            "More(walked, windows.Start - length + 2)",
            "A gradient gathered backwards leaves out the last element of an image.",
            Step.Of("PyTorchAgreementTests", "ReferenceAgreementTests")),
        new(
            "WeightsFromTheFirstElementOn",
            FaultKind.IndicesNotMovedAlong,
            Folder + "Emission/Kernels/TiledContraction.cs",
            "Place(around.Concat(Clipped), axis => axis.Broadcast)",
            "Place(around, axis => axis.Broadcast)",
            "At the border the weights of a clipped window begin with its first element.",
            Step.Of("PyTorchAgreementTests", "ReferenceAgreementTests")),
        new(
            "FramesOfOneSide",
            FaultKind.WrongOffset,
            Folder + "Optimization/Groups/ClipWindows.cs",
            "before[pad.Axis] += pad.Before;",
            "before[pad.Axis] += pad.After;",
            "Clipped windows begin as far before the image as its frame goes beyond its end.",
            Step.Of("PyTorchAgreementTests", "ReferenceAgreementTests"), Step.Random(300)),
        new(
            "RunsJoinedThatAreApart",
            FaultKind.ConditionLeftOut,
            Folder + "Emission/Kernels/LaneSumAxes.cs",
            "last.Rows == Run && last.Columns == Run",
            "last.Rows == Run",
            "Sums over lanes go on in a row of the image where its windows begin anew.",
            Step.Of("PyTorchAgreementTests", "ReferenceAgreementTests")),
        new(
            "LastTileOfLaneSums",
            FaultKind.TailMishandled,
            Folder + "Emission/Kernels/SumOfLanes.cs",
            "Literals.Integer(axis.Size - tile.Size)",
            "Literals.Integer(axis.Size - tile.Size - 1)",
            "The last tile of a weight gradient ends before the last row.",
            Step.Of("PyTorchAgreementTests", "ReferenceAgreementTests"), Step.Random(300)),
        new(
            "BiasOfTheFirstRow",
            FaultKind.BroadcastOverlooked,
            Folder + "Emission/Kernels/ContractionEpilogue.cs",
            "Addresses.Times(row, _axes.StrideOf(operand, rows))",
            "Addresses.Times(\"0\", _axes.StrideOf(operand, rows))",
            "All rows of a tile get the bias of its first.",
            Step.Of("PyTorchAgreementTests", "ReferenceAgreementTests")),
        new(
            "SecondOfTwoEqual",
            FaultKind.TieDecidedWrongly,
            Folder + "Emission/Kernels/ChoiceEmitter.cs",
            "Vector.GreaterThan({Load(At(\"1\"))}, greatest)",
            "Vector.GreaterThanOrEqual({Load(At(\"1\"))}, greatest)",
            "Of two equal elements the gradient of a maximum goes to the second.",
            Step.OfRuntime("PoolingTieTests"), Step.Of("ReferenceAgreementTests", "PyTorchAgreementTests"), Step.Random(300)),
        new(
            "PairsOfTwoAxes",
            FaultKind.ConditionLeftOut,
            Folder + "Emission/ReduceLoops.cs",
            "_reduced.Count == 1 && _element.PairsAlong(_inner)",
            "_element.PairsAlong(_inner)",
            "Pairs along the last of several axes that are reduced are written over each other.",
            Step.Of("ReferenceAgreementTests")),
        new(
            "OddPlacesOfOneVector",
            FaultKind.WrongMask,
            "src/NetGen/Numerics/Lanes.Pairs.cs",
            "EvenOfFour = 0b10_00_10_00",
            "EvenOfFour = 0b10_00_01_00",
            "Pairs of neighbours are those of other places.",
            Step.OfRuntime("LanePairsTests")),
        new(
            "LastVectorNotMoved",
            FaultKind.TailMishandled,
            Folder + "Emission/ElementKernel.cs",
            "var i = Math.Min(first, {over.Count} - {Type.Count});",
            "var i = first;",
            "The last vector of a row goes beyond its end.",
            Step.Of("ReferenceAgreementTests"), Step.Random(300)),
    ];
}
