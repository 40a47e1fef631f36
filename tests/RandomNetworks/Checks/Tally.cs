using System.Threading;

namespace NetGen.RandomNetworks.Checks;

/// <summary>How much was compared: a harness that compares nothing finds nothing.</summary>
internal sealed class Tally
{
    private long _numbers;
    private long _unknown;
    private long _derivatives;
    private long _kinks;

    /// <summary>Numbers compared with the reference.</summary>
    public long Numbers => _numbers;

    /// <summary>Numbers of which rounding leaves nothing to say, as those beyond the range of the precision.</summary>
    public long Unknown => _unknown;

    /// <summary>Derivatives compared with differences.</summary>
    public long Derivatives => _derivatives;

    /// <summary>Places where differences are no derivative.</summary>
    public long Kinks => _kinks;

    public void AddNumbers(int compared, int unknown)
    {
        Interlocked.Add(ref _numbers, compared);
        Interlocked.Add(ref _unknown, unknown);
    }

    public void AddDerivative(bool isKink) => Interlocked.Increment(ref isKink ? ref _kinks : ref _derivatives);
}
