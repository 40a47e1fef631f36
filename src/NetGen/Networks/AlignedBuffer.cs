using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>Numbers of one type in managed memory that never moves and begins at a multiple of 64 bytes.</summary>
public sealed class AlignedBuffer
{
    private const int Alignment = 64;

    // Whole blocks of 16 are read of a row that ends with the buffer.
    private const int ReadPast = 16 * sizeof(double);

    private const byte GuardPattern = 0xA5;

    private readonly byte[] _memory;
    private readonly int _start;
    private readonly int _bytes;
    private readonly int _guard = GuardBytes;

    /// <summary>Creates a buffer of zeros.</summary>
    /// <param name="elementType">The type of its numbers.</param>
    /// <param name="length">How many numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative or the buffer would be over 2 GiB.</exception>
    public AlignedBuffer(ElementType elementType, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, MaxLength(elementType));
        ElementType = elementType;
        Length = length;
        _bytes = length * SizeOf(elementType);

        // The pinned heap never moves an array, so an address that is aligned once stays aligned.
        _memory = GC.AllocateArray<byte>(_bytes + Alignment + ReadPast + (2 * _guard), pinned: true);
        var address = (long)Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0);
        _start = _guard + (int)((Alignment - (address % Alignment)) % Alignment);
        Before.Fill(GuardPattern);
        After.Fill(GuardPattern);
    }

    /// <summary>
    /// How many bytes of a pattern every new buffer has before and behind its numbers, a multiple of 64: none, but where
    /// tests look whether kernels stay within their memory.
    /// </summary>
    internal static int GuardBytes { get; set; }

    /// <summary>Whether the pattern around the numbers is as it was.</summary>
    internal bool IsIntact => Before.IndexOfAnyExcept(GuardPattern) < 0 && After.IndexOfAnyExcept(GuardPattern) < 0;

    private Span<byte> Before => _memory.AsSpan(_start - _guard, _guard);

    private Span<byte> After => _memory.AsSpan(_start + _bytes, _guard);

    /// <summary>The type of the numbers.</summary>
    public ElementType ElementType { get; }

    /// <summary>How many numbers the buffer holds.</summary>
    public int Length { get; }

    /// <summary>The numbers.</summary>
    /// <typeparam name="T">The type that <see cref="ElementType"/> names.</typeparam>
    /// <exception cref="InvalidOperationException">The buffer holds numbers of another type.</exception>
    /// <exception cref="NotSupportedException">No buffer holds numbers of this type.</exception>
    public Span<T> AsSpan<T>()
        where T : unmanaged
    {
        if (TypeOf<T>() != ElementType)
        {
            ThrowHoldsAnother<T>();
        }

        return MemoryMarshal.Cast<byte, T>(_memory.AsSpan(_start, _bytes));
    }

    /// <summary>The first number, from which generated code reaches the others.</summary>
    /// <typeparam name="T">The type that <see cref="ElementType"/> names.</typeparam>
    /// <exception cref="InvalidOperationException">The buffer holds numbers of another type.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T First<T>()
        where T : unmanaged
    {
        if (TypeOf<T>() != ElementType)
        {
            ThrowHoldsAnother<T>();
        }

        return ref Unsafe.As<byte, T>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_memory), _start));
    }

    /// <summary>Sets every number to zero.</summary>
    public void Clear() => _memory.AsSpan(_start, _bytes).Clear();

    /// <summary>Copies all numbers of a buffer of the same type and length.</summary>
    /// <param name="source">The buffer to copy.</param>
    /// <exception cref="ArgumentException">The other buffer has another type or length.</exception>
    public void CopyFrom(AlignedBuffer source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.ElementType != ElementType || source.Length != Length)
        {
            throw new ArgumentException($"Expected {Length} {ElementType} values, found {source.Length} {source.ElementType} values.", nameof(source));
        }

        source._memory.AsSpan(source._start, _bytes).CopyTo(_memory.AsSpan(_start, _bytes));
    }

    /// <summary>Copies some numbers of a buffer of the same type to the same places.</summary>
    internal void CopyFrom(AlignedBuffer source, int start, int length)
    {
        var size = SizeOf(ElementType);
        source._memory.AsSpan(source._start + (start * size), length * size).CopyTo(_memory.AsSpan(_start + (start * size)));
    }

    /// <summary>How many numbers a buffer needs for some samples beside a fixed part.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No buffer holds as many; the message says how many samples one can hold.</exception>
    internal static int LengthFor(ElementType type, int fixedLength, int lengthPerSample, int samples, string name, long more = 0)
    {
        var length = fixedLength + more + ((long)lengthPerSample * samples);
        if (length <= MaxLength(type))
        {
            return (int)length;
        }

        var most = lengthPerSample == 0 ? 0 : Math.Max(0, (MaxLength(type) - fixedLength - more) / lengthPerSample);
        throw new ArgumentOutOfRangeException(name, samples, $"Expected at most {most} samples, the memory for which is a buffer of 2 GiB; found {samples}.");
    }

    /// <summary>Whether a buffer can hold as many numbers.</summary>
    internal static bool Fits(ElementType type, long length) => length <= MaxLength(type);

    internal static int SizeOf(ElementType type) => type == ElementType.Float64 ? sizeof(double) : sizeof(float);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ElementType TypeOf<T>()
        where T : unmanaged =>
        typeof(T) == typeof(float) ? ElementType.Float32
        : typeof(T) == typeof(double) ? ElementType.Float64
        : typeof(T) == typeof(int) ? ElementType.Int32
        : throw new NotSupportedException($"Buffers hold float, double or int, not {typeof(T).Name}.");

    [DoesNotReturn]
    private void ThrowHoldsAnother<T>() => throw new InvalidOperationException($"The buffer holds {ElementType} values, not {typeof(T).Name}.");

    private static int MaxLength(ElementType type) => (Array.MaxLength - Alignment - ReadPast - (2 * GuardBytes)) / SizeOf(type);
}
