using System;
using System.Collections.Generic;
using System.Threading;

namespace NetGen.RandomNetworks.Checks;

/// <summary>How much was compared: a harness that compares nothing finds nothing.</summary>
internal sealed class Tally
{
    /// <summary>
    /// The greatest shares of numbers without a bound, as the mean over tensors, and of kinks. Bounds are infinite behind own methods that overflow, a few
    /// in a thousand; a kink is hit by a difference where a number happens to lie within a step of it.
    /// </summary>
    private const double MostUnknown = 0.01, MostKinks = 0.05;

    private readonly Lock _lock = new();
    private long _numbers;
    private long _unknown;
    private long _tensors;
    private double _unknownOfTensors;
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

    /// <summary>What was left out of more comparisons than there is reason for.</summary>
    public IEnumerable<string> Shortfalls()
    {
        // One large tensor of a few hundred networks would otherwise decide.
        if ((_numbers == 0 ? 1 : _unknownOfTensors / _tensors) is > MostUnknown and var unknown)
        {
            yield return FormattableString.Invariant($"{unknown:P1} of the numbers have no bound, and {MostUnknown:P0} at most may have none");
        }

        if (Share(_kinks, _derivatives) is > MostKinks and var kinks)
        {
            yield return FormattableString.Invariant($"{kinks:P1} of the differences are at kinks, and {MostKinks:P0} at most may be");
        }

        // Nothing left out of nothing compared is everything.
        static double Share(long leftOut, long compared) => compared == 0 ? 1 : (double)leftOut / (leftOut + compared);
    }

    public void AddNumbers(int compared, int unknown)
    {
        if (compared + unknown == 0)
        {
            return;
        }

        lock (_lock)
        {
            _numbers += compared;
            _unknown += unknown;
            _tensors++;
            _unknownOfTensors += (double)unknown / (compared + unknown);
        }
    }

    public void AddDerivative(bool isKink) => Interlocked.Increment(ref isKink ? ref _kinks : ref _derivatives);
}
