using System;
using System.Buffers.Binary;
using System.Collections.Immutable;

namespace NetGen;

/// <summary>A named array of numbers in a safetensors file, the last axis running fastest.</summary>
public sealed class StoredTensor
{
    private readonly byte[] _bytes;

    internal StoredTensor(string name, TensorType type, ImmutableArray<int> shape, byte[] bytes)
    {
        Name = name;
        Type = type;
        Shape = shape;
        _bytes = bytes;
    }

    /// <summary>Its name, as <c>dense1.weight</c>.</summary>
    public string Name { get; }

    /// <summary>The type of its numbers in the file.</summary>
    public TensorType Type { get; }

    /// <summary>The length of each axis; without axes it is a single number.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>How many numbers it has.</summary>
    public int Count => _bytes.Length / TensorTypes.SizeOf(Type);

    /// <summary>The numbers as the file stores them: little end first.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>A tensor to be written as <see cref="TensorType.F32"/>; the values are copied.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">The numbers.</param>
    /// <param name="shape">The length of each axis.</param>
    /// <exception cref="ArgumentException">The shape does not have as many elements as there are values, or the name is empty.</exception>
    public static StoredTensor From(string name, ReadOnlySpan<float> values, params ReadOnlySpan<int> shape)
    {
        var bytes = Allocate(name, values.Length, sizeof(float), shape);
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        }

        return new StoredTensor(name, TensorType.F32, [.. shape], bytes);
    }

    /// <summary>A tensor to be written as <see cref="TensorType.F64"/>; the values are copied.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">The numbers.</param>
    /// <param name="shape">The length of each axis.</param>
    /// <exception cref="ArgumentException">The shape does not have as many elements as there are values, or the name is empty.</exception>
    public static StoredTensor From(string name, ReadOnlySpan<double> values, params ReadOnlySpan<int> shape)
    {
        var bytes = Allocate(name, values.Length, sizeof(double), shape);
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)), values[i]);
        }

        return new StoredTensor(name, TensorType.F64, [.. shape], bytes);
    }

    /// <summary>The numbers as <see cref="double"/>, whatever their type; 64-bit integers beyond 2⁵³ are rounded.</summary>
    public double[] ToDouble()
    {
        var values = new double[Count];
        var size = TensorTypes.SizeOf(Type);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = TensorTypes.ToDouble(Type, _bytes.AsSpan(i * size, size));
        }

        return values;
    }

    /// <summary>The numbers as <see cref="float"/>, rounded where their type is wider.</summary>
    public float[] ToSingle() => Array.ConvertAll(ToDouble(), value => (float)value);

    private static byte[] Allocate(string name, int count, int size, ReadOnlySpan<int> shape)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        long elements = 1;
        foreach (var axis in shape)
        {
            elements = axis >= 0 && elements >= 0 && elements * axis <= int.MaxValue ? elements * axis : -1;
        }

        return elements == count
            ? new byte[checked(count * size)]
            : throw new ArgumentException($"Tensor '{name}': expected a shape with {count} elements, found [{string.Join(", ", shape.ToArray())}].", nameof(shape));
    }
}
