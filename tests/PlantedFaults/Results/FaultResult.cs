using System.Text.Json.Serialization;

namespace NetGen.PlantedFaults.Results;

/// <summary>What became of a fault.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
internal enum Outcome
{
    /// <summary>A test failed.</summary>
    Caught,

    /// <summary>All tests passed: one is missing.</summary>
    Survived,

    /// <summary>The compiler does not build with the fault.</summary>
    Invalid,
}

/// <summary>The result of one planted fault.</summary>
/// <param name="Fault">The name of the fault.</param>
/// <param name="Key">The state of the file it was planted in.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="CaughtBy">The test that failed first.</param>
internal sealed record FaultResult(string Fault, string Key, Outcome Outcome, string CaughtBy)
{
    /// <summary>Whether all other tests passed but a comparison of generated text.</summary>
    public bool OnlyBySnapshot { get; init; }

    /// <summary>How long it took to build and to find it.</summary>
    public double Seconds { get; init; }

    /// <summary>The result for people.</summary>
    public string Describe() => Outcome switch
    {
        Outcome.Caught => OnlyBySnapshot ? $"only the snapshot {CaughtBy}" : CaughtBy,
        Outcome.Survived => "SURVIVED",
        _ => $"INVALID: {CaughtBy}",
    };
}
