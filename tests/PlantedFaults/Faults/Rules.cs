using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in the rules of the primitives.</summary>
internal static class Rules
{
    private const string Folder = "generator/NetGen.Generator/Differentiation/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "ContractionOperandTransposed",
            FaultKind.OperandTransposed,
            Folder + "Pullbacks.cs",
            """return builder.Contract($"{contract.Result},{other}->{own}", upstream, value.Operands[1 - operand], contract.IsDirect);""",
            """return builder.Contract($"{contract.Result},{(other[0] == '*' ? other : string.Concat(other.Reverse()))}->{own}", upstream, value.Operands[1 - operand], contract.IsDirect);""",
            "The gradient of the input of a dense layer is multiplied by the transposed weight.",
            Step.Of("GradientCheckTests"),
            Step.Random(100)),
        new(
            "ConcatGradientsReversed",
            FaultKind.OrderReversed,
            Folder + "Pullbacks.cs",
            "value.Operands.Take(operand).Sum(",
            "value.Operands.Skip(operand + 1).Sum(",
            "Of a concatenation the first operand gets the gradient of the last.",
            Step.Of("PullbackTests"),
            Step.Random(20)),
        new(
            "PermutationNotInverted",
            FaultKind.PermutationNotInverted,
            Folder + "Pullbacks.cs",
            "builder.Transpose(upstream, Inverse(transpose))",
            "builder.Transpose(upstream, transpose.Permutation.ToArray())",
            "The gradient of a transposition is permuted as the value; an exchange of two axes does not show it.",
            Step.Of("PullbackTests")),
        new(
            "MaximumGradientToAllBehind",
            FaultKind.ComparisonTooWeak,
            Folder + "Pullbacks.cs",
            "new Compare(Comparison.Equal, new Operand(0), new Operand(1))",
            "new Compare(Comparison.GreaterOrEqual, new Operand(0), new Operand(1))",
            "All elements behind the greatest get its gradient as well.",
            Step.Random(20),
            Step.Of("GradientCheckTests")),
        new(
            "ThresholdGradientNotShared",
            FaultKind.OperatorExchanged,
            Folder + "Pullbacks.cs",
            "new Operand(0) * new Operand(1) / new Operand(2)",
            "new Operand(0) * new Operand(1) * new Operand(2)",
            "The gradient of the threshold of sparsemax grows with the support in place of being shared among it.",
            Step.Of("PullbackTests"),
            Step.Random(100)),
        new(
            "PaddingOfASliceExchanged",
            FaultKind.ArgumentsExchanged,
            Folder + "Pullbacks.cs",
            "upstream, slice.Axis, slice.Start, x.Shape[slice.Axis] - slice.Start - slice.Length)",
            "upstream, slice.Axis, x.Shape[slice.Axis] - slice.Start - slice.Length, slice.Start)",
            "The gradient of a slice goes to the elements at the other end.",
            Step.Of("PullbackTests")),
        new(
            "SliceOfThePaddingBehind",
            FaultKind.NameOfANeighbour,
            Folder + "Pullbacks.cs",
            "pad.Axis, pad.Before, x.Shape",
            "pad.Axis, pad.After, x.Shape",
            "The gradient of a padding begins where the padding behind would let it.",
            Step.Of("PullbackTests")),
        new(
            "ReshapeNotUndone",
            FaultKind.MovementNotUndone,
            Folder + "Pullbacks.cs",
            "ReshapeOperation => builder.Reshape(upstream, x.Shape),",
            "ReshapeOperation => upstream,",
            "The gradient of a reshaped value has the shape after it.",
            Step.Of("PullbackTests")),
    ];
}
