using System;
using System.Runtime.InteropServices;

namespace NetGen.RandomNetworks.Checks;

/// <summary>Equality by bits: NaN is unchanged where it is NaN, and −0 is not 0.</summary>
internal static class Bits
{
    public static bool AreSame(double first, double second) => BitConverter.DoubleToInt64Bits(first) == BitConverter.DoubleToInt64Bits(second);

    public static bool AreSame(double[] first, double[] second) =>
        MemoryMarshal.Cast<double, long>(first.AsSpan()).SequenceEqual(MemoryMarshal.Cast<double, long>(second.AsSpan()));
}
