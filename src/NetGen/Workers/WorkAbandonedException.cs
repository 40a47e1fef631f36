using System;

namespace NetGen;

/// <summary>Another worker failed, so that this one left its part. The caller sees the failure itself, not this.</summary>
public sealed class WorkAbandonedException : Exception
{
    /// <summary>Creates the exception.</summary>
    public WorkAbandonedException()
        : base("Another worker failed.")
    {
    }
}
