using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in the type rules and the verifier of graphs.</summary>
internal static class Graphs
{
    private const string Folder = "generator/NetGen.Generator/Graph/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "BatchedAsTheFirst",
            FaultKind.OnlyTheFirstOfSeveral,
            Folder + "TypeRules.cs",
            "types.Any(type => type.Batched)",
            "types[0].Batched",
            "A map of a parameter and an activation has no sample axis.",
            Step.Of("GraphVerifierTests")),
        new(
            "SliceBeyondTheEnd",
            FaultKind.CheckLeftOut,
            Folder + "Verification/MovementRules.cs",
            "slice.Length <= shape[slice.Axis] - slice.Start",
            "slice.Length <= shape[slice.Axis]",
            "The verifier takes a slice that begins within its operand and ends behind it.",
            Step.Of("GraphVerifierTests")),
        new(
            "OperandOfTheSamePlace",
            FaultKind.OffByOne,
            Folder + "Verification/GraphVerifier.cs",
            "operand.Id < value.Id",
            "operand.Id <= value.Id",
            "The verifier takes an operand at the place of the value itself for an earlier one.",
            Step.Of("GraphVerifierTests")),
        new(
            "LeavesByShapeAlone",
            FaultKind.EqualityTooCoarse,
            Folder + "Verification/GraphVerifier.cs",
            "other.Equals(value.Type)",
            "other.Shape.Equals(value.Shape)",
            "The verifier takes one column of integers and of floats.",
            Step.Of("GraphVerifierTests")),
    ];
}
