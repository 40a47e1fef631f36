using System.Text.Json.Serialization;

namespace NetGen.PlantedFaults.Results;

/// <summary>What became of a fault, from no evidence to the best.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
internal enum Outcome
{
    /// <summary>All tests passed: one is missing.</summary>
    Survived,

    /// <summary>Only tests noticed it that compare emitted text, and say of no change that it is wrong.</summary>
    OnlyByText,

    /// <summary>A run was ended by its time limit, and no test failed.</summary>
    NotEnded,

    /// <summary>The process of the tests died, and no test failed.</summary>
    Crashed,

    /// <summary>Emitted code does not compile, so that tests cannot be built, and no other test failed.</summary>
    OnlyByCompilation,

    /// <summary>A test of meaning failed, twice.</summary>
    Caught,

    /// <summary>The sources themselves do not build with the fault: its text is to be mended.</summary>
    DoesNotBuild,
}
