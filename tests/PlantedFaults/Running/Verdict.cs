using NetGen.PlantedFaults.Results;

namespace NetGen.PlantedFaults.Running;

/// <summary>What came of a step.</summary>
/// <param name="Outcome">What sort of evidence it gives of a fault; <see cref="Outcome.Survived"/> where all passed.</param>
/// <param name="Evidence">What failed first: a test, a check of random networks, the build; empty where all passed.</param>
internal sealed record Verdict(Outcome Outcome, string Evidence)
{
    public static Verdict Passed { get; } = new(Outcome.Survived, string.Empty);

    /// <summary>The tests that run what failed, and little else; null where no test is to be named.</summary>
    public Faults.Step? Again { get; init; }
}
