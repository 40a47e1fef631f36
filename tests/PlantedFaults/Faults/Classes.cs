using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in the class around the kernels: what its methods do with memory, columns and names.</summary>
internal static class Classes
{
    private const string Folder = "generator/NetGen.Generator/Emission/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "KernelsTakenForOne",
            FaultKind.EqualityTooCoarse,
            Folder + "KernelLibrary.cs",
            """var key = signature + "\n" + text.Body;""",
            """var key = signature + "\n" + text.Comment;""",
            "Kernels of the same mathematics are one method though their operands lie differently.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "PreparedValuesNotRefreshed",
            FaultKind.StaleValue,
            Folder + "PreparedEmitter.cs",
            "if (known is not null && known.Version == version)",
            "if (known is not null)",
            "After a change of the weights predictions use weights that were prepared before.",
            Step.OfRuntime("ConcurrencyTests")),
        new(
            "StepNotCounted",
            FaultKind.StateNotAdvanced,
            Folder + "TrainingEmitter.cs",
            """Writer.Line("workspace.Step++;");""",
            """Writer.Line("// The step stays.");""",
            "Dropout drops the same in every training step.",
            Step.OfRuntime("NoiseTests")),
        new(
            "FrozenGradientsNotCleared",
            FaultKind.MemoryNotCleared,
            Folder + "TrainingEmitter.cs",
            "Writer.Lines(_context.Parameters.Places.Where(place => !given.Contains(place.Parameter.Name)).Select(place =>",
            "Writer.Lines(_context.Parameters.Places.Where(place => !given.Contains(place.Parameter.Name)).Skip(1).Select(place =>",
            "The gradient of a frozen parameter is what its buffer held before.",
            Step.Of("GradientCheckTests"),
            Step.Random(100)),
        new(
            "MemoryOfTheFirstProgram",
            FaultKind.MemoryTooSmall,
            Folder + "WorkspaceEmitter.cs",
            "_programs.Select(plan => plan.Lengths.PerSample).DefaultIfEmpty(_prediction.Lengths.PerSample).Max();",
            "_programs.Select(plan => plan.Lengths.PerSample).DefaultIfEmpty(_prediction.Lengths.PerSample).Min();",
            "The workspace holds the smallest program, and the others write beyond it.",
            Step.Random(100)),
        new(
            "NamespaceWrittenInFull",
            FaultKind.ConditionLeftOut,
            Folder + "FileHeader.cs",
            "namespace {NameQualifier.OfUser(type.Namespace)};",
            "namespace {type.Namespace};",
            "A namespace of the user's that is named as a type of ours is written as that type.",
            Step.Of("NameTests")),
        new(
            "MembersWrittenInFull",
            FaultKind.NameNotQualified,
            Folder + "NameQualifier.cs",
            """(?<![\w.@""'{Given}])""",
            """(?<![\w@""'{Given}])""",
            "A member that has the name of a hidden type is written as the type.",
            Step.Of("NameTests")),
        new(
            "BeginningOfANameTakenForIt",
            FaultKind.EqualityTooCoarse,
            Folder + "NameQualifier.cs",
            """(?!\w| =[^=]|"")""",
            """(?! =[^=]|"")""",
            "Where the user has a Vector, VectorMath is looked for beside Vector.",
            Step.Of("NameTests")),
        new(
            "UnusedInputGradientNotCleared",
            FaultKind.MemoryNotCleared,
            Folder + "PassEmitter.cs",
            """Writer.Line($"{column.Parameter}.Clear();");""",
            "Writer.Line();",
            "The gradient of an input that nothing uses is what the caller's memory held.",
            Step.Random(100),
            Step.Of("GradientCheckTests")),
        new(
            "SecondChunkInSamples",
            FaultKind.WrongOffset,
            Folder + "PredictionEmitter.cs",
            """.Slice({Times("first", column)}, {""",
            ".Slice(first, {",
            "The second chunk of a prediction begins as many numbers behind the first as that has samples.",
            Step.OfRuntime("PredictionTests"),
            Step.Of("BitTests")),
        new(
            "WeightsOfTheFirstLoss",
            FaultKind.OnlyTheFirstOfSeveral,
            Folder + "LossText.cs",
            "Columns.Weights[loss]",
            "Columns.Weights[0]",
            "All losses weight the samples as the first one.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
    ];
}
