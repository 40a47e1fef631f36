using System;

namespace NetGen;

/// <summary>A learning rate that falls by a factor each time: η₀ · factorᵗ. PyTorch's <c>ExponentialLR</c>.</summary>
public sealed class ExponentialSchedule : LearningRateSchedule
{
    private readonly double _factor;

    /// <summary>Creates the schedule.</summary>
    /// <param name="factor">The factor each time, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is negative or not finite.</exception>
    public ExponentialSchedule(double factor) => _factor = Require.NonNegative(factor);

    /// <inheritdoc/>
    protected override double Compute(double initial, long time) => initial * Math.Pow(_factor, time);
}
