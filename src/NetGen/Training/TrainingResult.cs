using System;
using System.Collections.Immutable;
using System.Globalization;

namespace NetGen;

/// <summary>What a run of training gave.</summary>
/// <param name="History">One report for each epoch that the run completed.</param>
/// <param name="Steps">How many steps the run took, those of an epoch that was cut short included.</param>
/// <param name="Cancelled">Whether the run was cancelled before its last epoch, or the validation of it, was complete.</param>
/// <param name="Duration">How long the run took.</param>
public sealed record TrainingResult(ImmutableArray<EpochReport> History, long Steps, bool Cancelled, TimeSpan Duration)
{
    /// <summary>How far the run went and what its last epoch gave, in one line, in the invariant culture.</summary>
    public override string ToString()
    {
        var run = string.Create(
            CultureInfo.InvariantCulture,
            $"{History.Length} {(History.Length == 1 ? "epoch" : "epochs")}, {Steps} {(Steps == 1 ? "step" : "steps")} in {Duration.TotalSeconds:0.0} s");
        return $"{run}{(Cancelled ? ", cancelled" : string.Empty)}{(History.IsEmpty ? string.Empty : $"; {History[^1]}")}";
    }
}
