using System;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>The content of an IDX file: numbers of one type in an array of any number of axes, the last running fastest.</summary>
public sealed class IdxArray
{
    private readonly Array _values;

    private IdxArray(IdxElementType elementType, ImmutableArray<int> shape, Array values)
    {
        ElementType = elementType;
        Shape = shape;
        _values = values;
    }

    /// <summary>The type of the numbers.</summary>
    public IdxElementType ElementType { get; }

    /// <summary>The length of each axis.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>How many numbers there are.</summary>
    public int Count => _values.Length;

    /// <summary>An array to be written; the values are copied.</summary>
    /// <typeparam name="T"><see cref="byte"/>, <see cref="sbyte"/>, <see cref="short"/>, <see cref="int"/>, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="values">The numbers.</param>
    /// <param name="shape">The length of each axis, 1 to 255 of them.</param>
    /// <exception cref="ArgumentException">The shape does not have as many elements as there are values.</exception>
    /// <exception cref="NotSupportedException">The format has no such type.</exception>
    public static IdxArray From<T>(ReadOnlySpan<T> values, params ReadOnlySpan<int> shape)
        where T : unmanaged, INumber<T>
    {
        return CountOf(shape) == values.Length
            ? new IdxArray(TypeOf<T>(), [.. shape], values.ToArray())
            : throw new ArgumentException($"Expected a shape of 1 to 255 axes with {values.Length} elements, found [{string.Join(", ", shape.ToArray())}].", nameof(shape));
    }

    /// <inheritdoc cref="From{T}(ReadOnlySpan{T}, ReadOnlySpan{int})"/>
    public static IdxArray From<T>(T[] values, params ReadOnlySpan<int> shape)
        where T : unmanaged, INumber<T> => From<T>(values.AsSpan(), shape);

    /// <summary>The numbers, as they are stored.</summary>
    /// <typeparam name="T">The type that <see cref="ElementType"/> names.</typeparam>
    /// <exception cref="InvalidOperationException">The numbers have another type.</exception>
    /// <exception cref="NotSupportedException">The format has no such type.</exception>
    public T[] Values<T>()
        where T : unmanaged, INumber<T> => _values is T[] values && TypeOf<T>() == ElementType
            ? values
            : throw new InvalidOperationException($"The array holds {ElementType} values, not {typeof(T).Name}.");

    /// <summary>The numbers as <see cref="int"/>.</summary>
    /// <exception cref="InvalidOperationException">The numbers are not integers.</exception>
    public int[] ToInt32() => ElementType switch
    {
        IdxElementType.UInt8 => Convert<byte, int>(),
        IdxElementType.Int8 => Convert<sbyte, int>(),
        IdxElementType.Int16 => Convert<short, int>(),
        IdxElementType.Int32 => Convert<int, int>(),
        _ => throw new InvalidOperationException($"Expected integers, found {ElementType} values."),
    };

    /// <summary>The numbers as <see cref="double"/>, which holds every type's exactly.</summary>
    public double[] ToDouble() => ElementType switch
    {
        IdxElementType.Float32 => Convert<float, double>(),
        IdxElementType.Float64 => Convert<double, double>(),
        _ => Array.ConvertAll(ToInt32(), value => (double)value),
    };

    internal static int SizeOf(IdxElementType type) => type switch
    {
        IdxElementType.UInt8 or IdxElementType.Int8 => 1,
        IdxElementType.Int16 => 2,
        IdxElementType.Int32 or IdxElementType.Float32 => 4,
        _ => 8,
    };

    /// <summary>Takes over the numbers as a file stores them, big end first.</summary>
    internal static IdxArray FromBigEndian(IdxElementType type, ImmutableArray<int> shape, byte[] bytes) => new(type, shape, type switch
    {
        IdxElementType.UInt8 => bytes,
        IdxElementType.Int8 => Decode<sbyte>(bytes),
        IdxElementType.Int16 => Decode<short>(bytes),
        IdxElementType.Int32 => Decode<int>(bytes),
        IdxElementType.Float32 => Decode<float>(bytes),
        _ => Decode<double>(bytes),
    });

    /// <summary>The numbers as a file stores them.</summary>
    internal byte[] ToBigEndian() => _values switch
    {
        short[] values when ElementType == IdxElementType.Int16 => Encode(values),
        int[] values when ElementType == IdxElementType.Int32 => Encode(values),
        float[] values => Encode(values),
        double[] values => Encode(values),
        _ => (byte[])_values.Clone(),
    };

    /// <summary>How many elements a shape has, or −1 where no file can have it.</summary>
    private static long CountOf(ReadOnlySpan<int> shape)
    {
        long count = shape.Length is >= 1 and <= byte.MaxValue ? 1 : -1;
        foreach (var axis in shape)
        {
            if (axis < 0 || count < 0 || count * axis > int.MaxValue)
            {
                return -1;
            }

            count *= axis;
        }

        return count;
    }

    private static IdxElementType TypeOf<T>() =>
        typeof(T) == typeof(byte) ? IdxElementType.UInt8
        : typeof(T) == typeof(sbyte) ? IdxElementType.Int8
        : typeof(T) == typeof(short) ? IdxElementType.Int16
        : typeof(T) == typeof(int) ? IdxElementType.Int32
        : typeof(T) == typeof(float) ? IdxElementType.Float32
        : typeof(T) == typeof(double) ? IdxElementType.Float64
        : throw new NotSupportedException($"IDX files hold byte, sbyte, short, int, float or double values, not {typeof(T).Name}.");

    private TTo[] Convert<TFrom, TTo>()
        where TFrom : unmanaged, INumber<TFrom>
        where TTo : unmanaged, INumber<TTo> => Array.ConvertAll((TFrom[])_values, TTo.CreateChecked);

    private static T[] Decode<T>(byte[] bytes)
        where T : unmanaged
    {
        var values = new T[bytes.Length / Unsafe.SizeOf<T>()];
        bytes.CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
        SwapToHost<T>(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static byte[] Encode<T>(T[] values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values.AsSpan()).ToArray();
        SwapToHost<T>(bytes);
        return bytes;
    }

    /// <summary>Turns the bytes of every number round where the machine has the little end first; its own inverse.</summary>
    private static void SwapToHost<T>(Span<byte> bytes)
        where T : unmanaged
    {
        if (BitConverter.IsLittleEndian)
        {
            for (var start = 0; start < bytes.Length; start += Unsafe.SizeOf<T>())
            {
                bytes.Slice(start, Unsafe.SizeOf<T>()).Reverse();
            }
        }
    }
}
