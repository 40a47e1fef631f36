using System;

namespace NetGen.RandomNetworks.Checks;

/// <summary>What is wrong with a network.</summary>
/// <param name="Check">Which check found it: the same word for the same kind of fault.</param>
/// <param name="Message">What was expected and found.</param>
/// <param name="Detail">What sets it apart from other failures of the check: the type of an exception, the id of a diagnostic.</param>
internal sealed record Failure(string Check, string Message, string Detail = "")
{
    /// <summary>Whether another network fails in the same way, as far as can be told.</summary>
    public bool IsLike(Failure other) => Check == other.Check && Detail == other.Detail;
}

/// <summary>A check that failed.</summary>
internal sealed class CheckFailedException(Failure failure) : Exception(failure.Message)
{
    public Failure Failure { get; } = failure;

    public static void Throw(string check, string message, string detail = "") => throw new CheckFailedException(new Failure(check, message, detail));
}

/// <summary>What came of a network.</summary>
/// <param name="IsDiagnosed">Whether the compiler gave a diagnostic.</param>
/// <param name="Failure">What is wrong; null where all is well.</param>
internal sealed record Verdict(bool IsDiagnosed, Failure? Failure);
