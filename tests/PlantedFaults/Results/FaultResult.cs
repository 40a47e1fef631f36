namespace NetGen.PlantedFaults.Results;

/// <summary>The result of one planted fault, or of a step without any fault.</summary>
/// <param name="Fault">The name of the fault.</param>
/// <param name="Key">The fault in the state of the file it was planted in.</param>
/// <param name="Tree">The state of all sources and tests.</param>
/// <param name="Commit">The commit of that state, for people.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Evidence">What failed, empty where nothing did.</param>
/// <param name="Seconds">How long it took to build and to find it.</param>
internal sealed record FaultResult(string Fault, string Key, string Tree, string Commit, Outcome Outcome, string Evidence, double Seconds)
{
    /// <summary>The outcome for people.</summary>
    public string Describe() => Evidence.Length == 0 ? Text(Outcome) : $"{Text(Outcome)}: {Evidence}";

    /// <summary>An outcome in words.</summary>
    public static string Text(Outcome outcome) => outcome switch
    {
        Outcome.Caught => "caught",
        Outcome.OnlyByText => "noticed by texts only",
        Outcome.OnlyByCompilation => "does not compile when emitted",
        Outcome.Crashed => "crash",
        Outcome.NotEnded => "no end",
        Outcome.DoesNotBuild => "does not build",
        _ => "SURVIVED",
    };
}
