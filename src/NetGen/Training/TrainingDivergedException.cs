using System;

namespace NetGen;

/// <summary>Training met a loss or a gradient that is NaN or infinite. The weights are those from before the step.</summary>
public sealed class TrainingDivergedException : ArithmeticException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="what">What is not finite, as "The loss is NaN".</param>
    /// <param name="epoch">The number of the epoch, from 1.</param>
    /// <param name="step">The number of the step in its epoch, from 1.</param>
    /// <param name="learningRate">The learning rate of the step.</param>
    public TrainingDivergedException(string what, int epoch, int step, double learningRate)
        : base(FormattableString.Invariant(
            $"{what} in epoch {epoch}, step {step}, at learning rate {learningRate}. The weights are those from before the step. Look for values that are not finite in the data, lower the learning rate, or clip the gradient."))
    {
        Epoch = epoch;
        Step = step;
        LearningRate = learningRate;
    }

    /// <summary>The number of the epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The number of the step in its epoch, from 1.</summary>
    public int Step { get; }

    /// <summary>The learning rate of the step.</summary>
    public double LearningRate { get; }
}
