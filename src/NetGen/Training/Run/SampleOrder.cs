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

    /// <summary>Draws the order of an epoch.</summary>
    internal void Shuffle(int epoch)
    {
        Reset();
        Permutation.Shuffle(_order, new PhiloxStream(_seed, PhiloxStream.Shuffling, (uint)epoch));
    }

    private void Reset()
    {
        for (var i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }
    }
}
