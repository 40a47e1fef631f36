using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// The counter-based random number generator Philox4x32-10 (J. Salmon, M. Moraes, R. Dror, D. Shaw, <em>Parallel Random
/// Numbers: As Easy as 1, 2, 3</em>, 2011). There is no state: a random number is a function of its place.
/// </summary>
/// <remarks>
/// <para>The place of a number is (seed, stream, step, sample, element, time). So it does not matter how a tensor is
/// split into micro-batches and workers, in which order its parts are filled, or how wide the vectors are.</para>
/// <para>The key of Philox is made from the seed, the stream and the upper half of the step by Philox itself; the
/// counter holds the block of elements, the sample, the lower half of the step and the time. The elements of one
/// sample are drawn in groups of sixteen counters: within a group, element <c>16·i + j</c> comes from counter <c>j</c>
/// and the <c>i</c>-th number that its four words yield. Sixteen is the project's logical block, the widest vector.</para>
/// <para>Uniform and 0/1 numbers have the same bits everywhere. Normal numbers agree within the rounding errors of
/// <see cref="VectorMath"/>, which depend on whether the machine has fused multiply-add.</para>
/// </remarks>
public static partial class Philox
{
    internal const int Rounds = 10;
    internal const uint Multiplier0 = 0xD2511F53;
    internal const uint Multiplier1 = 0xCD9E8D57;
    internal const uint KeyStep0 = 0x9E3779B9;
    internal const uint KeyStep1 = 0xBB67AE85;

    // Marks the counters from which keys are made.
    private const uint KeyMark = 0x4E657447;

    /// <summary>The four random words of one counter.</summary>
    /// <param name="c0">The first word of the counter.</param>
    /// <param name="c1">The second word of the counter.</param>
    /// <param name="c2">The third word of the counter.</param>
    /// <param name="c3">The fourth word of the counter.</param>
    /// <param name="k0">The first word of the key.</param>
    /// <param name="k1">The second word of the key.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (uint W0, uint W1, uint W2, uint W3) Block(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = (ulong)Multiplier0 * c0;
            var product1 = (ulong)Multiplier1 * c2;
            (c0, c1, c2, c3) = ((uint)(product1 >> 32) ^ c1 ^ k0, (uint)product1, (uint)(product0 >> 32) ^ c3 ^ k1, (uint)product0);
            k0 += KeyStep0;
            k1 += KeyStep1;
        }

        return (c0, c1, c2, c3);
    }

    // The key of a seed and a stream; the upper half of the step has no room in the counter and is part of the key.
    internal static (uint K0, uint K1) KeyOf(ulong seed, uint stream, long step)
    {
        var (k0, k1, _, _) = Block(stream, (uint)(step >> 32), KeyMark, 0, (uint)seed, (uint)(seed >> 32));
        return (k0, k1);
    }
}
