using System;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen;

/// <summary>
/// Random bits as a pure function of seed and place: Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random
/// numbers: as easy as 1, 2, 3", 2011. Streams of different purpose or number have nothing in common.
/// The methods are inlined into loops that run once, before the just-in-time compiler would come back to optimise them.
/// </summary>
/// <param name="Seed">The key.</param>
/// <param name="Purpose">What the numbers are for.</param>
/// <param name="Number">The number of the stream among those for the same purpose.</param>
internal readonly record struct PhiloxStream(ulong Seed, uint Purpose, uint Number)
{
    /// <summary>The purpose of initial values: "init".</summary>
    internal const uint Initialization = 0x696E6974;

    /// <summary>The purpose of the order of samples: "shuf".</summary>
    internal const uint Shuffling = 0x73687566;

    /// <summary>The purpose of splitting a data set: "splt".</summary>
    internal const uint Splitting = 0x73706C74;

    private const double TwoToMinus53 = 1.0 / (1L << 53);

    /// <summary>The 128 random bits at a place of the stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal (uint X0, uint X1, uint X2, uint X3) Block(ulong place) =>
        Philox.Block((uint)place, (uint)(place >> 32), Number, Purpose, (uint)Seed, (uint)(Seed >> 32));

    /// <summary>Two numbers at a place, each uniform in [0, 1) with 53 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal (double First, double Second) Uniform(ulong place)
    {
        var (x0, x1, x2, x3) = Block(place);
        return (ToUnit(x0, x1), ToUnit(x2, x3));
    }

    /// <summary>A number at a place from the standard normal distribution. Box and Muller, 1958.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double Normal(ulong place)
    {
        var (first, second) = Uniform(place);
        return Math.Sqrt(-2 * Math.Log(1 - first)) * Math.Cos(2 * Math.PI * second);
    }

    /// <summary>The upper 53 bits of two words as a number in [0, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double ToUnit(uint low, uint high) => ((((ulong)high << 32) | low) >> 11) * TwoToMinus53;
}
