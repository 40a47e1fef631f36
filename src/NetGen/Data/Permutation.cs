using System;

namespace NetGen;

/// <summary>Random orders that depend on nothing but a stream of random bits.</summary>
internal static class Permutation
{
    /// <summary>The numbers [0, count) in a random order.</summary>
    public static int[] Create(int count, PhiloxStream stream)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            order[i] = i;
        }

        Shuffle(order, stream);
        return order;
    }

    /// <summary>Puts numbers into a random order, each with the same probability. Fisher and Yates, 1938; Durstenfeld, 1964.</summary>
    public static void Shuffle(Span<int> order, PhiloxStream stream)
    {
        var place = 0UL;
        for (var last = order.Length - 1; last > 0; last--)
        {
            var chosen = (int)Below((uint)last + 1, stream, ref place);
            (order[last], order[chosen]) = (order[chosen], order[last]);
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
}
