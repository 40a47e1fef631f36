using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults where a product writes a second result: which maps may be one, of what it is computed, where it goes.</summary>
internal static class SecondResultFaults
{
    private const string Generator = "generator/NetGen.Generator/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "SecondOfTheSum",
            FaultKind.NameOfANeighbour,
            Generator + "Emission/Kernels/TileWriter.cs",
            "_epilogue.ApplySecond(writer, tile, tile.Names, r, v, first)",
            "_epilogue.ApplySecond(writer, tile, tile.Names, r, v, tile.Sum(r, v))",
            "The second result is computed from the sum, without bias and activation.",
            Step.Of("ReferenceAgreementTests"), Step.Random(100)),
        new(
            "SecondRowIsTheFirst",
            FaultKind.WrongStride,
            Generator + "Emission/Kernels/TileWriter.cs",
            "ref destination2, (nuint){place}",
            "ref destination2, (nuint){lanes}",
            "Where the tile is walked once more, all its rows are written over the first of the second result.",
            Step.Of("ReferenceAgreementTests"), Step.Random(100)),
        new(
            "SecondBeforeWhatItReads",
            FaultKind.ConditionLeftOut,
            Generator + "Planning/SecondResults.cs",
            "&& !others.Any(ofProducts.Contains)",
            string.Empty,
            "A map of two products is computed by the first.",
            Step.Of("SecondResultsTests"), Step.Random(100)),
        new(
            "SecondOfTheOtherHalf",
            FaultKind.ConditionLeftOut,
            Generator + "Planning/SecondResults.cs",
            "&& firstHalf.Contains(map) == firstHalf.Contains(product.Result)",
            string.Empty,
            "The forward pass reads gradients that are not there yet.",
            Step.Of("SecondResultsTests"), Step.Random(100)),
        new(
            "SecondReadByAReduction",
            FaultKind.ConditionLeftOut,
            Generator + "Planning/SecondResults.cs",
            "readers[value].Any(reader => reader is ContractKernel) && readers[value].All(reader => reader is ContractKernel or CopyKernel)",
            "readers[value].Any()",
            "Rows of a softmax are parted from each other.",
            Step.Of("SecondResultsTests"), Step.Random(100)),
        new(
            "MaskBehindTheProduct",
            FaultKind.OrderReversed,
            Generator + "Planning/SecondResults.cs",
            "ReadBetween(kernels, i, places[both.Second!]).ForEach(Place);",
            string.Empty,
            "A product reads random numbers that are drawn behind it.",
            Step.Of("SecondResultsTests"), Step.Random(100)),
        new(
            "NothingFollowsWhatIsPutOff",
            FaultKind.StaleValue,
            Generator + "Planning/WorkSchedule.cs",
            ".Max(value => (int?)_stages[_writers[value]]) ?? 0",
            ".Max(value => (int?)0) ?? 0",
            "What only sums read is computed from what is computed later.",
            Step.Of("WorkScheduleTests"), Step.Random(100)),
    ];
}
