using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in the passes over graphs and in what they rest on.</summary>
internal static class Passes
{
    private const string Folder = "generator/NetGen.Generator/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "RandomValuesMerged",
            FaultKind.EqualityTooCoarse,
            Folder + "Graph/Operation.cs",
            "internal sealed record RandomOperation(RandomKind Kind, int Stream, double Parameter) : Operation;",
            """
            internal sealed record RandomOperation(RandomKind Kind, int Stream, double Parameter) : Operation
            {
                public bool Equals(RandomOperation? other) => other is not null && Kind == other.Kind && Parameter == other.Parameter;

                public override int GetHashCode() => Kind.GetHashCode();
            }
            """,
            "Two dropouts of one rate on values of one shape drop the same.",
            Step.Random(100),
            Step.Of("ReferenceAgreementTests")),
        new(
            "OperandsMergedByCount",
            FaultKind.EqualityTooCoarse,
            Folder + "Optimization/MergeEqualValues.cs",
            "other.Operands.SequenceEqual(operands)",
            "other.Operands.Count == operands.Count",
            "Values of the same operation and type become one, whatever they are computed of.",
            Step.Random(100)),
        new(
            "FusedOperandsNotRenumbered",
            FaultKind.IndicesNotMovedAlong,
            Folder + "Optimization/FuseMaps.cs",
            "producer.Expression.Renumber(index => place + index)",
            "producer.Expression",
            "An expression that is put into another reads the operands of that one.",
            Step.Random(100)),
        new(
            "BroadcastTakenForIdentity",
            FaultKind.BroadcastOverlooked,
            Folder + "Optimization/FoldConstants.cs",
            "Operand when used[0].Type.Equals(value.Type) => used[0],",
            "Operand => used[0],",
            "A map that only spreads its operand over a shape is dropped.",
            Step.Random(100)),
        new(
            "ReshapeOfReshapeDropped",
            FaultKind.ConditionLeftOut,
            Folder + "Optimization/RemoveIdentities.cs",
            "return source.Type.Equals(value.Type) ? source",
            "return source.Shape.Count == value.Shape.Count ? source",
            "Every reshape is dropped, whatever shape its consumers rely on.",
            Step.Random(100)),
        new(
            "NeededOneLevelDeep",
            FaultKind.LiveCodeTakenForDead,
            Folder + "Graph/GraphCopy.cs",
            "needed.UnionWith(value.Operands);",
            "needed.UnionWith(value.Operands.Take(2));",
            "What only a third operand needs counts as dead.",
            Step.Random(100)),
        new(
            "LeftOversComputed",
            FaultKind.DeadCodeLeft,
            Folder + "Optimization/Passes.cs",
            "        new Pass(\"remove what fusing left over\", RemoveUnneeded.Run),\n",
            string.Empty,
            "What was fused into its consumer is computed on its own as well.",
            Step.Of("PassesTests")),
        new(
            "AnotherOperationIsACopy",
            FaultKind.ConditionLeftOut,
            Folder + "Graph/GraphCopy.cs",
            "ReferenceEquals(value.Operation, copy.Operation) && ",
            string.Empty,
            "What a pass puts in the place of an operation is lost where all else stays.",
            Step.Of("GraphCopyTests")),
    ];
}
