using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in the loops and formulas of element-wise kernels and in the class around them.</summary>
internal static class Emission
{
    private const string Folder = "generator/NetGen.Generator/Emission/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "LastElementLeftOut",
            "last element left out",
            Folder + "ElementKernel.cs",
            "Writer.Block($\"for (; i < {count}; i++)\"",
            "Writer.Block($\"for (; i < {count} - 1; i++)\"",
            "After the whole vectors one element less is computed than is left.",
            Step.Random(100)),
        new(
            "RestOfASumForgotten",
            "tail forgotten",
            Folder + "ReduceLoops.cs",
            "$\"Lanes.Sum({_total}) + {_rest}.ToScalar()\"",
            "$\"Lanes.Sum({_total})\"",
            "A sum leaves out what is left after the whole vectors.",
            Step.Random(100)),
        new(
            "MaximumBeginsWithZero",
            "wrong identity of a reduction",
            Folder + "ReduceLoops.cs",
            "$\"new {_element.Type.Name}({_element.Type.Keyword}.NegativeInfinity)\"",
            "$\"{_element.Type.Name}.Zero\"",
            "The maximum of negative numbers is zero.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests", "ExtremeValueTests")),
        new(
            "AxesJoinedForOneOperand",
            "any in place of all",
            Folder + "Iteration.cs",
            "if (_operands.All(operand => operand.Strides[axis] == ",
            "if (_operands.Any(operand => operand.Strides[axis] == ",
            "Two loops become one although an operand is broadcast along one of them.",
            Step.Random(100)),
        new(
            "EveryOperandPadded",
            "padding assumed",
            Folder + "Iteration.cs",
            "inner == 1 && operands[i].Storage.IsPadded && (sample == 0 || sample == padded)",
            "inner == 1",
            "Whole blocks are computed past the last value of a caller's column.",
            Step.Of("IterationTests")),
        new(
            "SubtractionFusedAsAddition",
            "sign lost in fusing",
            Folder + "VectorExpressionText.cs",
            "{Text(p.Right, 0)}, {Negated(right)})",
            "{Text(p.Right, 0)}, {Text(right, 0)})",
            "a·b − c is emitted as a fused a·b + c.",
            Step.Of("VectorPrinterTests"),
            Step.Random(100)),
        new(
            "BracketsMissing",
            "brackets missing",
            Folder + "VectorExpressionText.cs",
            "{Text(left, Sum)} - {Text(right, Product)}",
            "{Text(left, Sum)} - {Text(right, Sum)}",
            "a − (b + c) is emitted as a − b + c.",
            Step.Of("VectorPrinterTests"),
            Step.Random(100)),
        new(
            "NaNSwallowed",
            "order of operands that decides about NaN",
            Folder + "VectorExpressionText.cs",
            "right is Constant ? $\"Vector.{name}Native({Text(right, 0)}, {Text(left, 0)})\"",
            "right is Constant ? $\"Vector.{name}Native({Text(left, 0)}, {Text(right, 0)})\"",
            "The rectifier of NaN is 0.",
            Step.Of("VectorPrinterTests", "ExtremeValueTests")),
        new(
            "DoubleWrittenAsFloat",
            "constant of double precision written as float",
            Folder + "VectorType.cs",
            "this == Float ? Literals.Float(value) : Literals.Double(value)",
            "Literals.Float(value)",
            "Constants of networks in double precision have seven digits.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "KernelsTakenForOne",
            "key of a cache too coarse",
            Folder + "KernelLibrary.cs",
            """var key = signature + "\n" + text.Body;""",
            """var key = signature + "\n" + text.Comment;""",
            "Kernels of the same mathematics are one method though their operands lie differently.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "PreparedValuesNotRefreshed",
            "stale prepared value",
            Folder + "PredictionEmitter.cs",
            "if (known is not null && known.Version == version)",
            "if (known is not null)",
            "After a change of the weights predictions use weights that were prepared before.",
            Step.OfRuntime("ConcurrencyTests")),
        new(
            "StepNotCounted",
            "counter not advanced",
            Folder + "LossEmitter.cs",
            """Writer.Line("workspace.Step++;");""",
            """Writer.Line("// The step stays.");""",
            "Dropout drops the same in every training step.",
            Step.OfRuntime("NoiseTests")),
        new(
            "FrozenGradientsNotCleared",
            "what memory held before",
            Folder + "LossEmitter.cs",
            "Writer.Lines(ParametersWithoutGradient(plan).Select(place =>",
            "Writer.Lines(ParametersWithoutGradient(plan).Skip(1).Select(place =>",
            "The gradient of a frozen parameter is what its buffer held before.",
            Step.Of("GradientCheckTests"),
            Step.Random(100)),
        new(
            "MemoryOfTheFirstProgram",
            "memory of one program for all",
            Folder + "WorkspaceEmitter.cs",
            "_programs.Select(plan => plan.LengthPerSample).DefaultIfEmpty(_prediction.LengthPerSample).Max();",
            "_programs.Select(plan => plan.LengthPerSample).DefaultIfEmpty(_prediction.LengthPerSample).Min();",
            "The workspace holds the smallest program, and the others write beyond it.",
            Step.Random(100)),
    ];
}
