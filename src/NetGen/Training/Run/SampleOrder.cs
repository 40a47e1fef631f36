using System;

namespace NetGen;

/// <summary>
/// The order in which an epoch takes the samples: their own, or one that depends on seed and epoch alone and is the same
/// on every machine.
/// </summary>
internal sealed class SampleOrder
{
    private readonly int[] _order;
    private readonly ulong _seed;

    internal SampleOrder(int count, int seed)
    {
        _order = new int[count];
        _seed = unchecked((ulong)seed);
        Reset();
    }

    /// <summary>The samples of one step.</summary>
    /// <param name="step">The number of the step in its epoch, from 0.</param>
    /// <param name="batchSize">How many samples a step takes, the last one of an epoch excepted.</param>
    internal ReadOnlySpan<int> Batch(int step, int batchSize)
    {
        var start = step * batchSize;
        return _order.AsSpan(start, Math.Min(batchSize, _order.Length - start));
    }

    /// <summary>Draws the order of an epoch, each with the same probability. Fisher and Yates, 1938; Durstenfeld, 1964.</summary>
    internal void Shuffle(int epoch)
    {
        Reset();
        var stream = new PhiloxStream(_seed, PhiloxStream.Shuffling, (uint)epoch);
        var place = 0UL;
        for (var last = _order.Length - 1; last > 0; last--)
        {
            var chosen = (int)Below((uint)last + 1, stream, ref place);
            (_order[last], _order[chosen]) = (_order[chosen], _order[last]);
        }
    }

    /// <summary>A number in [0, bound), each with the same probability: what would favour some is drawn again. Lemire, 2019.</summary>
    private static uint Below(uint bound, PhiloxStream stream, ref ulong place)
    {
        // 2³² mod bound.
        var excess = unchecked(0u - bound) % bound;
        ulong product;
        do
        {
            product = (ulong)stream.Block(place++).X0 * bound;
        }
        while ((uint)product < excess);

        return (uint)(product >> 32);
    }

    private void Reset()
    {
        for (var i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }
    }
}
