using System;

namespace NetGen;

/// <summary>
/// A learning rate that rises in a straight line from a share of the initial rate to all of it:
/// η₀ · (start + (1 − start) · min(t, period) / period), and then follows another schedule, whose time begins at the
/// end of the rise. PyTorch's <c>LinearLR</c>, and <c>SequentialLR</c> for what comes after.
/// </summary>
public sealed class LinearWarmup : LearningRateSchedule
{
    private readonly int _period;
    private readonly double _start;
    private readonly LearningRateSchedule? _after;

    /// <summary>Creates the schedule.</summary>
    /// <param name="period">How long the rise takes, positive.</param>
    /// <param name="start">The share of the initial rate at the beginning, in [0, 1].</param>
    /// <param name="after">What comes after the rise; unless given the rate stays.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public LinearWarmup(int period, double start = 1.0 / 3, LearningRateSchedule? after = null)
    {
        _period = Require.Positive(period);
        _start = Require.Share(start);
        _after = after;
    }

    /// <inheritdoc/>
    protected override double Compute(double initial, long time) => time < _period
        ? initial * (_start + ((1 - _start) * time / _period))
        : _after?.LearningRate(initial, time - _period) ?? initial;
}
