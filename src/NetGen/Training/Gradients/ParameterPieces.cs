using System;
using System.Numerics;

namespace NetGen;

/// <summary>
/// Parameters or their gradients in pieces that do not depend on the number of workers. A sum over all of them is that of
/// the pieces' sums in order, so that it is the same bits whoever summed which piece.
/// </summary>
internal static class ParameterPieces
{
    /// <summary>How many numbers a piece has; the last of a segment has what is left. A multiple of the longest vector.</summary>
    internal const int Length = 8192;

    /// <summary>How many pieces some segments have.</summary>
    internal static int Count(ParameterBuffer buffer, Func<ParameterSegment, bool> counts)
    {
        var count = 0;
        foreach (var segment in buffer.Segments)
        {
            count += counts(segment) ? CountOf(segment) : 0;
        }

        return count;
    }

    /// <summary>The sum of the pieces' sums.</summary>
    internal static double Total(ReadOnlySpan<double> sums)
    {
        var total = 0.0;
        foreach (var sum in sums)
        {
            total += sum;
        }

        return total;
    }

    /// <summary>How many pieces a segment has.</summary>
    internal static int CountOf(ParameterSegment segment) => (segment.Length + Length - 1) / Length;

    /// <summary>A piece of a segment as vectors.</summary>
    internal static ReadOnlySpan<Vector<T>> Of<T>(ParameterBuffer buffer, ParameterSegment segment, int piece)
        where T : unmanaged =>
        UpdateRange<T>.Vectors(buffer, segment.Offset + (piece * Length), Math.Min(Length, segment.Length - (piece * Length)));

    /// <summary>A worker's part of a segment as vectors.</summary>
    internal static Span<Vector<T>> Part<T>(ParameterBuffer buffer, ParameterSegment segment, Worker worker)
        where T : unmanaged
    {
        var (first, count) = worker.Share(segment.Length, Length);
        return UpdateRange<T>.Vectors(buffer, segment.Offset + first, count);
    }
}
