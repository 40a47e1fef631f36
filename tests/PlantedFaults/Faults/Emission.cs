using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in the loops and formulas of element-wise kernels.</summary>
internal static class Emission
{
    private const string Folder = "generator/NetGen.Generator/Emission/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "LastElementLeftOut",
            FaultKind.OffByOne,
            Folder + "ElementKernel.cs",
            "Writer.Block($\"for (; i < {count}; i++)\"",
            "Writer.Block($\"for (; i < {count} - 1; i++)\"",
            "After the whole vectors one element less is computed than is left.",
            Step.Random(100)),
        new(
            "RestOfASumForgotten",
            FaultKind.TailMishandled,
            Folder + "ReduceLoops.cs",
            "$\"Lanes.Sum({_total}) + {_rest}.ToScalar()\"",
            "$\"Lanes.Sum({_total})\"",
            "A sum leaves out what is left after the whole vectors.",
            Step.Random(100)),
        new(
            "MaximumBeginsWithZero",
            FaultKind.WrongNeutralElement,
            Folder + "ReduceLoops.cs",
            "$\"new {_element.Type.Name}({_element.Type.Keyword}.NegativeInfinity)\"",
            "$\"{_element.Type.Name}.Zero\"",
            "The maximum of negative numbers is zero.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests", "ExtremeValueTests")),
        new(
            "AxesJoinedForOneOperand",
            FaultKind.AnyInPlaceOfAll,
            Folder + "Iteration.cs",
            "_operands.All(operand => operand.Strides[axis] == ",
            "_operands.Any(operand => operand.Strides[axis] == ",
            "Two loops become one although an operand is broadcast along one of them.",
            Step.Random(100)),
        new(
            "EveryOperandPadded",
            FaultKind.ConditionLeftOut,
            Folder + "Iteration.cs",
            "inner == 1 && operands[i].Storage.IsPadded && (sample == 0 || sample == padded)",
            "inner == 1",
            "Whole blocks are computed past the last value of a caller's column.",
            Step.Of("IterationTests")),
        new(
            "SubtractionFusedAsAddition",
            FaultKind.SignLost,
            Folder + "VectorExpressionText.cs",
            "{Text(p.Right, 0)}, {Negated(right)})",
            "{Text(p.Right, 0)}, {Text(right, 0)})",
            "a·b − c is emitted as a fused a·b + c.",
            Step.Of("VectorPrinterTests"),
            Step.Random(100)),
        new(
            "BracketsMissing",
            FaultKind.BracketsMissing,
            Folder + "VectorExpressionText.cs",
            "{Text(left, Sum)} - {Text(right, Product)}",
            "{Text(left, Sum)} - {Text(right, Sum)}",
            "a − (b + c) is emitted as a − b + c.",
            Step.Of("VectorPrinterTests"),
            Step.Random(100)),
        new(
            "NaNSwallowed",
            FaultKind.OrderThatDecidesAboutNaN,
            Folder + "VectorExpressionText.cs",
            "right is Constant ? $\"Vector.{name}Native({Text(right, 0)}, {Text(left, 0)})\"",
            "right is Constant ? $\"Vector.{name}Native({Text(left, 0)}, {Text(right, 0)})\"",
            "The rectifier of NaN is 0.",
            Step.Of("VectorPrinterTests", "ExtremeValueTests")),
        new(
            "DoubleWrittenAsFloat",
            FaultKind.DigitsCutOff,
            Folder + "VectorType.cs",
            "this == Float ? Literals.Float(value) : Literals.Double(value)",
            "Literals.Float(value)",
            "Constants of networks in double precision have seven digits.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
    ];
}
