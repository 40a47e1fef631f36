using System;

namespace NetGen;

/// <summary>A learning rate that falls by a factor after every period: η₀ · factor^⌊t / period⌋. PyTorch's <c>StepLR</c>.</summary>
public sealed class StepSchedule : LearningRateSchedule
{
    private readonly int _period;
    private readonly double _factor;

    /// <summary>Creates the schedule.</summary>
    /// <param name="period">How long the rate stays the same, positive.</param>
    /// <param name="factor">The factor after every period, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public StepSchedule(int period, double factor = 0.1)
    {
        _period = Require.Positive(period);
        _factor = Require.NonNegative(factor);
    }

    /// <inheritdoc/>
    protected override double Compute(double initial, long time) => initial * Math.Pow(_factor, time / _period);
}
