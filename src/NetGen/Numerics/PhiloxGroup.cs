using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <summary>Sixteen consecutive counters of Philox at once.</summary>
internal readonly ref struct PhiloxGroup
{
    /// <summary>The counters of a group.</summary>
    public const int Counters = 16;

    /// <summary>The words of a group: all first words of the counters, then all second words, and so on.</summary>
    public const int Words = 4 * Counters;

    private const ulong LowHalf = 0xFFFFFFFF;

    private readonly uint _c1;
    private readonly uint _c2;
    private readonly uint _c3;
    private readonly uint _k0;
    private readonly uint _k1;

    public PhiloxGroup(uint c1, uint c2, uint c3, uint k0, uint k1) => (_c1, _c2, _c3, _k0, _k1) = (c1, c2, c3, k0, k1);

    /// <summary>Writes the words of the counters <c>16·group</c> to <c>16·group + 15</c>.</summary>
    /// <param name="group">The number of the group.</param>
    /// <param name="words">Room for <see cref="Words"/> words.</param>
    public void Fill(uint group, Span<uint> words)
    {
        for (var lane = 0; lane < Counters; lane += Vector<uint>.Count)
        {
            var first = new Vector<ulong>((group * Counters) + (uint)lane);
            var even = first + (Vector<ulong>.Indices << 1);
            Run(even, out var e0, out var e1, out var e2, out var e3);
            Run(even + Vector<ulong>.One, out var o0, out var o1, out var o2, out var o3);
            Interleave(e0, o0).CopyTo(words[lane..]);
            Interleave(e1, o1).CopyTo(words[(Counters + lane)..]);
            Interleave(e2, o2).CopyTo(words[((2 * Counters) + lane)..]);
            Interleave(e3, o3).CopyTo(words[((3 * Counters) + lane)..]);
        }
    }

    // Each word has a lane of 64 bits, room for its products; what stands in the upper half is never read.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Run(Vector<ulong> c0, out Vector<ulong> w0, out Vector<ulong> w1, out Vector<ulong> w2, out Vector<ulong> w3)
    {
        var multiplier0 = new Vector<ulong>(Philox.Multiplier0);
        var multiplier1 = new Vector<ulong>(Philox.Multiplier1);
        var (k0, k1) = (_k0, _k1);
        (w0, w1, w2, w3) = (c0, new Vector<ulong>(_c1), new Vector<ulong>(_c2), new Vector<ulong>(_c3));
        for (var round = 0; round < Philox.Rounds; round++)
        {
            var product0 = Product(w0, multiplier0);
            var product1 = Product(w2, multiplier1);
            w0 = Vector.ShiftRightLogical(product1, 32) ^ w1 ^ new Vector<ulong>(k0);
            w2 = Vector.ShiftRightLogical(product0, 32) ^ w3 ^ new Vector<ulong>(k1);
            w1 = product1;
            w3 = product0;
            k0 += Philox.KeyStep0;
            k1 += Philox.KeyStep1;
        }
    }

    // The full products of the lower halves. The portable form multiplies 64 bits by 64, which takes several times as long.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ulong> Product(Vector<ulong> a, Vector<ulong> b)
    {
        if (Vector<ulong>.Count == 8 && Avx512F.IsSupported)
        {
            return Avx512F.Multiply(a.AsVector512().AsUInt32(), b.AsVector512().AsUInt32()).AsVector();
        }

        if (Vector<ulong>.Count == 4 && Avx2.IsSupported)
        {
            return Avx2.Multiply(a.AsVector256().AsUInt32(), b.AsVector256().AsUInt32()).AsVector();
        }

        if (Vector<ulong>.Count == 2 && Sse2.IsSupported)
        {
            return Sse2.Multiply(a.AsVector128().AsUInt32(), b.AsVector128().AsUInt32()).AsVector();
        }

        if (Vector<ulong>.Count == 2 && AdvSimd.IsSupported)
        {
            return AdvSimd.MultiplyWideningLower(
                AdvSimd.ExtractNarrowingLower(a.AsVector128()), AdvSimd.ExtractNarrowingLower(b.AsVector128())).AsVector();
        }

        return (a & new Vector<ulong>(LowHalf)) * b;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> Interleave(Vector<ulong> even, Vector<ulong> odd) =>
        Vector.AsVectorUInt32((even & new Vector<ulong>(LowHalf)) | Vector.ShiftLeft(odd, 32));
}
