using System;

namespace NetGen;

/// <summary>
/// The learning rate over time, as a function of the rate with which training began. Time is counted in epochs or
/// steps, as <see cref="Trainer.ScheduleUnit"/> says. The formulas are those of PyTorch's schedulers.
/// </summary>
public abstract class LearningRateSchedule
{
    /// <summary>The learning rate at a time.</summary>
    /// <param name="initial">The rate with which training began, at least 0.</param>
    /// <param name="time">How many epochs or steps were taken before, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative.</exception>
    public double LearningRate(double initial, long time)
    {
        Require.NonNegative(initial);
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        return Compute(initial, time);
    }

    /// <summary>The formula.</summary>
    /// <param name="initial">The rate with which training began.</param>
    /// <param name="time">How many epochs or steps were taken before.</param>
    protected abstract double Compute(double initial, long time);
}
