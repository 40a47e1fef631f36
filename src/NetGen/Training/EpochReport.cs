using System;
using System.Globalization;

namespace NetGen;

/// <summary>What one epoch of training gave.</summary>
/// <param name="Epoch">Its number, from 1, counted over all runs of the trainer.</param>
/// <param name="Training">
/// The mean loss over its samples in training form (dropout on), each batch with the weights as they were then.
/// </param>
/// <param name="Validation">The evaluation on the validation data after the epoch, or null where there are none or the run was cancelled during it.</param>
/// <param name="LearningRate">The learning rate of its last step.</param>
/// <param name="Duration">How long training and validation took.</param>
public sealed record EpochReport(int Epoch, LossValue Training, Evaluation? Validation, double LearningRate, TimeSpan Duration)
{
    /// <summary>What the epoch gave in one line, in the invariant culture.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"epoch {Epoch}: loss {Training}{(Validation is null ? string.Empty : $"; validation on {Validation}")}; learning rate {LearningRate:G4}; {Duration.TotalSeconds:0.0} s");
}
