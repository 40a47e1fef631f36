using System;

namespace NetGen.RandomNetworks.Checks;

/// <summary>What is wrong with a network.</summary>
/// <param name="Check">Which check found it: the same word for the same kind of fault.</param>
/// <param name="Message">What was expected and found.</param>
internal sealed record Failure(string Check, string Message);

/// <summary>A check that failed.</summary>
internal sealed class CheckFailedException(Failure failure) : Exception(failure.Message)
{
    public Failure Failure { get; } = failure;

    public static void Throw(string check, string message) => throw new CheckFailedException(new Failure(check, message));
}

/// <summary>What came of a network.</summary>
/// <param name="IsDiagnosed">Whether the compiler gave a diagnostic.</param>
/// <param name="Failure">What is wrong; null where all is well.</param>
internal sealed record Verdict(bool IsDiagnosed, Failure? Failure);
