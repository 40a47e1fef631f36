using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// Neighbouring segments of the flat buffers as vectors. A segment is a multiple of 16 numbers, so that no vector of at most
/// 64 bytes is left over.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct UpdateRange<T>
    where T : unmanaged
{
    internal UpdateRange(Range range, ParameterBuffer parameters, ParameterBuffer gradients, ReadOnlySpan<ParameterBuffer> state, double weightDecay)
    {
        Parameters = Vectors(parameters, range);
        Gradients = Vectors(gradients, range);
        First = state.Length > 0 ? Vectors(state[0], range) : default;
        Second = state.Length > 1 ? Vectors(state[1], range) : default;
        Third = state.Length > 2 ? Vectors(state[2], range) : default;
        WeightDecay = weightDecay;
    }

    /// <summary>The parameters, to be updated in place.</summary>
    internal Span<Vector<T>> Parameters { get; }

    /// <summary>∂loss/∂parameters, as many.</summary>
    internal ReadOnlySpan<Vector<T>> Gradients { get; }

    /// <summary>The optimiser's first state, as many, or empty where it has none.</summary>
    internal Span<Vector<T>> First { get; }

    /// <summary>Its second state.</summary>
    internal Span<Vector<T>> Second { get; }

    /// <summary>Its third state.</summary>
    internal Span<Vector<T>> Third { get; }

    /// <summary>The factor of weight decay, 0 for a parameter that does not decay.</summary>
    internal double WeightDecay { get; }

    /// <summary>The numbers of a segment as vectors.</summary>
    internal static Span<Vector<T>> Vectors(ParameterBuffer buffer, ParameterSegment segment) =>
        Vectors(buffer, segment.Offset, segment.Length);

    /// <summary>Some numbers as vectors; both arguments are multiples of 16.</summary>
    internal static Span<Vector<T>> Vectors(ParameterBuffer buffer, int start, int length) => Vectors(buffer, start..(start + length));

    private static Span<Vector<T>> Vectors(ParameterBuffer buffer, Range range) =>
        MemoryMarshal.Cast<T, Vector<T>>(buffer.Buffer.AsSpan<T>()[range]);
}
