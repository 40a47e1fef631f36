using System;
using System.Collections.Generic;
using System.Threading;

namespace NetGen.RandomNetworks.Checks;

/// <summary>How much was compared: a harness that compares nothing finds nothing.</summary>
internal sealed class Tally
{
    /// <summary>
    /// The greatest shares of numbers without a bound and of those with one that says little, as means over networks and the tensors of each, and of kinks. Bounds are infinite behind own
    /// methods that overflow, a few in a thousand, and greater than the numbers where rounding decides between two branches, all in a few networks; a kink is
    /// hit by a difference where a number happens to lie within a step of it.
    /// </summary>
    private const double MostUnknown = 0.01, MostVague = 0.03, MostKinks = 0.05;

    /// <summary>
    /// The least shares of differences that are not zero, and of calls of own methods whose value is known better than its size. Zeros are right in many
    /// places, and own methods overflow or are not defined in some.
    /// </summary>
    private const double LeastSlopes = 1 / 3.0, LeastCalls = 1 / 2.0;

    private readonly Lock _lock = new();
    private long _numbers;
    private long _unknown;
    private long _tensors;
    private double _unknownOfTensors;
    private double _vagueOfTensors;
    private int _networks;
    private double _unknownOfNetworks;
    private double _vagueOfNetworks;
    private long _derivatives;
    private long _slopes;
    private long _kinks;
    private long _calls;
    private long _knownCalls;

    // One large tensor of a few hundred networks would otherwise decide, or one network of hundreds of tensors.
    private double UnknownShare => _numbers == 0 ? 1 : _networks > 0 ? _unknownOfNetworks / _networks : _unknownOfTensors / _tensors;

    private double VagueShare => _networks > 0 ? _vagueOfNetworks / _networks : _tensors == 0 ? 0 : _vagueOfTensors / _tensors;

    /// <summary>What was left out of more comparisons than there is reason for.</summary>
    public IEnumerable<string> Shortfalls()
    {
        if (UnknownShare is > MostUnknown and var unknown)
        {
            yield return FormattableString.Invariant($"{unknown:P1} of the numbers have no bound, and {MostUnknown:P0} at most may have none");
        }

        if (VagueShare is > MostVague and var vague)
        {
            yield return FormattableString.Invariant($"{vague:P1} of the numbers have a bound greater than they are, and {MostVague:P0} at most may have one");
        }

        // Nothing left out of nothing compared is everything.
        if ((_derivatives == 0 ? 1 : Share(_kinks, _derivatives + _kinks)) is > MostKinks and var kinks)
        {
            yield return FormattableString.Invariant($"{kinks:P1} of the differences are at kinks, and {MostKinks:P0} at most may be");
        }

        if (Share(_slopes, _derivatives) is < LeastSlopes and var slopes)
        {
            yield return FormattableString.Invariant($"{slopes:P1} of the differences are not zero, and {LeastSlopes:P0} at least must not be");
        }

        if (Share(_knownCalls, _calls) is < LeastCalls and var calls)
        {
            yield return FormattableString.Invariant($"{calls:P1} of the calls of own methods say something, and {LeastCalls:P0} at least must");
        }
    }

    private static double Share(long some, long all) => all == 0 ? 0 : (double)some / all;

    /// <summary>A tensor was compared.</summary>
    /// <param name="compared">How many of its numbers.</param>
    /// <param name="unknown">Of how many rounding leaves nothing to say, as of those beyond the range of the precision.</param>
    /// <param name="vague">Of how many of those compared the bound is greater than all numbers of the tensor.</param>
    public void AddNumbers(int compared, int unknown, int vague = 0)
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
            _vagueOfTensors += (double)vague / (compared + unknown);
        }
    }

    /// <summary>A network was compared.</summary>
    /// <param name="network">What was compared of it.</param>
    public void Add(Tally network)
    {
        lock (_lock)
        {
            _numbers += network._numbers;
            _unknown += network._unknown;
            _derivatives += network._derivatives;
            _slopes += network._slopes;
            _kinks += network._kinks;
            _calls += network._calls;
            _knownCalls += network._knownCalls;
            if (network._tensors > 0)
            {
                _networks++;
                _unknownOfNetworks += network._unknownOfTensors / network._tensors;
                _vagueOfNetworks += network._vagueOfTensors / network._tensors;
            }
        }
    }

    /// <summary>A derivative was compared, or left out at a kink.</summary>
    /// <param name="isKink">Whether it was left out.</param>
    /// <param name="isSlope">Whether a difference tells it from zero.</param>
    public void AddDerivative(bool isKink, bool isSlope)
    {
        lock (_lock)
        {
            _kinks += isKink ? 1 : 0;
            _derivatives += isKink ? 0 : 1;
            _slopes += !isKink && isSlope ? 1 : 0;
        }
    }

    /// <summary>An own method was called.</summary>
    /// <param name="isKnown">Whether the bound of its value is less than that.</param>
    public void AddCall(bool isKnown)
    {
        lock (_lock)
        {
            _calls++;
            _knownCalls += isKnown ? 1 : 0;
        }
    }

    public override string ToString() => FormattableString.Invariant(
        $"{_numbers} numbers ({_unknown} beyond the precision, {UnknownShare:P2} of a network, {VagueShare:P2} known vaguely), {_derivatives} derivatives ({_slopes} not zero, {_kinks} at kinks) and {_calls} calls ({_knownCalls} known)");
}
