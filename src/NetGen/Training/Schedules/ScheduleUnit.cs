namespace NetGen;

/// <summary>In what a <see cref="LearningRateSchedule"/> counts time.</summary>
public enum ScheduleUnit
{
    /// <summary>The rate changes between epochs.</summary>
    Epoch,

    /// <summary>The rate changes between steps.</summary>
    Step,
}
