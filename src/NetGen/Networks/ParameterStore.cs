using System;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading;

namespace NetGen;

/// <summary>
/// The parameters of one network instance with a version that grows with every change. Predictions read the version
/// before and after: one that meets a change is refused instead of mixing old weights with new, and values prepared
/// from the weights are kept for exactly one version.
/// </summary>
public sealed class ParameterStore : ParameterBuffer
{
    // Even: at rest. Odd: a change is under way.
    private long _version;
    private int _updating;

    /// <summary>Creates the parameters of a network, all zero.</summary>
    /// <param name="segments">The segment table.</param>
    /// <param name="elementType">The floating-point type.</param>
    /// <exception cref="ArgumentOutOfRangeException">The buffer would be over 2 GiB.</exception>
    public ParameterStore(ImmutableArray<ParameterSegment> segments, ElementType elementType)
        : base(segments, elementType)
    {
    }

    /// <summary>The version of the weights. It is odd while a change or a training step is under way.</summary>
    public long Version => Volatile.Read(ref _version);

    /// <summary>Begins a training step or another change of the weights.</summary>
    /// <exception cref="InvalidOperationException">One is under way already, on this or another thread.</exception>
    public void BeginUpdate()
    {
        if (Interlocked.Exchange(ref _updating, 1) != 0)
        {
            throw new InvalidOperationException("The weights are being changed by a training step that has not ended; an instance is trained by one thread at a time.");
        }

        Interlocked.Increment(ref _version);
    }

    /// <summary>Ends what <see cref="BeginUpdate"/> began.</summary>
    public void EndUpdate()
    {
        Interlocked.Increment(ref _version);
        Volatile.Write(ref _updating, 0);
    }

    /// <summary>The version for a prediction that begins now.</summary>
    /// <exception cref="InvalidOperationException">A training step of the same instance is under way.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long BeginRead()
    {
        var version = Volatile.Read(ref _version);
        if ((version & 1) != 0)
        {
            ThrowRefused();
        }

        return version;
    }

    /// <summary>Ends a prediction.</summary>
    /// <param name="version">What <see cref="BeginRead"/> returned.</param>
    /// <exception cref="InvalidOperationException">The weights changed in the meantime, so the result is not to be trusted.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EndRead(long version)
    {
        // What was read of the weights was read before the version is read again.
#if NET10_0_OR_GREATER
        Volatile.ReadBarrier();
#else
        Interlocked.MemoryBarrier();
#endif
        if (Volatile.Read(ref _version) != version)
        {
            ThrowRefused();
        }
    }

    internal override void BeginWrite() => BeginUpdate();

    internal override void EndWrite() => EndUpdate();

    [DoesNotReturn]
    private static void ThrowRefused() =>
        throw new InvalidOperationException("The weights changed during this prediction: predict between training steps, as in a callback, or use another instance.");
}
