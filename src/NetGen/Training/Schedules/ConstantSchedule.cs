namespace NetGen;

/// <summary>The same learning rate all the time.</summary>
public sealed class ConstantSchedule : LearningRateSchedule
{
    /// <inheritdoc/>
    protected override double Compute(double initial, long time) => initial;
}
