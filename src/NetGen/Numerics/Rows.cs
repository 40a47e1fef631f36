using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics;

/// <summary>Moves samples between the memory of a caller, where they lie side by side, and that of a network, where each is padded.</summary>
public static class Rows
{
    /// <summary>Copies rows of one length from one spacing to another.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="source">The first element to read.</param>
    /// <param name="sourceStride">From one row to the next, in elements.</param>
    /// <param name="destination">The first element to write.</param>
    /// <param name="destinationStride">From one row to the next, in elements.</param>
    /// <param name="length">How many elements of each row.</param>
    /// <param name="count">How many rows.</param>
    public static void Copy<T>(ref T source, int sourceStride, ref T destination, int destinationStride, int length, int count)
        where T : unmanaged
    {
        if (sourceStride == length && destinationStride == length)
        {
            (length, count) = (length * count, 1);
        }

        for (var row = 0; row < count; row++)
        {
            MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref source, row * sourceStride), length)
                .CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref destination, row * destinationStride), length));
        }
    }
}
