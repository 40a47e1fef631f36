using System;

namespace NetGen;

/// <summary>
/// A learning rate that falls along half a cosine: η_min + ½·(η₀ − η_min)·(1 + cos(π·t / period)). It reaches η_min
/// at the end of the period and would rise again afterwards. PyTorch's <c>CosineAnnealingLR</c>; Loshchilov and
/// Hutter, 2017.
/// </summary>
public sealed class CosineSchedule : LearningRateSchedule
{
    private readonly int _period;
    private readonly double _minimum;

    /// <summary>Creates the schedule.</summary>
    /// <param name="period">How long the fall takes, positive.</param>
    /// <param name="minimum">The rate η_min at its end, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public CosineSchedule(int period, double minimum = 0)
    {
        _period = Require.Positive(period);
        _minimum = Require.NonNegative(minimum);
    }

    /// <inheritdoc/>
    protected override double Compute(double initial, long time) =>
        _minimum + ((initial - _minimum) * (1 + Math.Cos(Math.PI * time / _period)) / 2);
}
