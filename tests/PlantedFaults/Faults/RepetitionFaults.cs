using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in calls that are repeated in a loop: what is held for the same, which places they have.</summary>
internal static class RepetitionFaults
{
    private const string Folder = "generator/NetGen.Generator/Emission/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "PlacesOfTheFirstRepetition",
            FaultKind.WrongOffset,
            Folder + "Calls/ProgramBody.cs",
            ".Slice({repetition} * {width}, {width})",
            ".Slice(0, {width})",
            "Every repetition uses the memory of the first.",
            Step.Of("ReferenceAgreementTests").Only("InDoublePrecision")),
        new(
            "RepetitionOneTooFar",
            FaultKind.OffByOne,
            Folder + "Calls/RepeatedSteps.cs",
            "new RepeatedSteps(i + 1 - same, period,",
            "new RepeatedSteps(i - same, period,",
            "A repetition begins with the call before it.",
            Step.Of("RepeatedStepsTests")),
        new(
            "RegionsForgotten",
            FaultKind.EqualityTooCoarse,
            Folder + "Calls/ProgramStep.cs",
            "$\"{place.Region}{i}\"",
            "$\"{i}\"",
            "A call is held for the same although what it reads lies in another part of the memory.",
            Step.Of("RepeatedStepsTests")),
        new(
            "ColumnsOfTwoRegions",
            FaultKind.EqualityTooCoarse,
            Folder + "Calls/PlaceTable.cs",
            "known[0].Region == all[0].Region && ",
            "",
            "Two places with the same offsets are one, although they lie in different parts of the memory.",
            Step.Of("RepeatedStepsTests")),
        new(
            "SameTwiceIsSameAlways",
            FaultKind.AnyInPlaceOfAll,
            Folder + "Calls/PlaceTable.cs",
            "all.All(other => other.Number == all[0].Number)",
            "all[1].Number == all[0].Number",
            "A place that is the same in the second repetition is taken for the same in all.",
            Step.Of("RepeatedStepsTests")),
        new(
            "ConstantsOfTheFirstDropped",
            FaultKind.ConditionLeftOut,
            Folder + "MemoryMap.cs",
            "_declared.Contains(entry.Value) || !repeated",
            "!repeated",
            "The offset of a value that is named outside of the repetition, too, has no constant.",
            Step.Of("RepeatedStepsTests")),
        new(
            "TablesOfTheFirstPart",
            FaultKind.OnlyTheFirstOfSeveral,
            Folder + "Calls/ProgramBody.cs",
            "part.Tables[run]);",
            "_segments.First(other => other.Tables.Count > 0).Tables.Values.First());",
            "The loops of a method's later parts have the places of the first.",
            Step.Of("RepeatedStepsTests")),
    ];
}
