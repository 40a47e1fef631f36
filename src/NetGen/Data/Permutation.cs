using System;

namespace NetGen;

/// <summary>Random orders that depend on nothing but a seed.</summary>
internal static class Permutation
{
    /// <summary>The numbers [0, count) in an order drawn by Fisher and Yates's shuffle.</summary>
    public static int[] Create(int count, ulong seed)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            order[i] = i;
        }

        var state = seed;
        for (var i = count - 1; i > 0; i--)
        {
            var j = Below(i + 1, ref state);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    /// <summary>A number in [0, bound): the upper word of 64 random bits times the bound; its bias is below 2⁻³².</summary>
    private static int Below(int bound, ref ulong state) => (int)Math.BigMul(Next(ref state), (ulong)bound, out _);

    /// <summary>SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.</summary>
    private static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
