using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Numerics;

namespace NetGen;

/// <summary>
/// Puts a <see cref="Dataset"/> together from named columns. The arrays are kept, not copied. An array holds all samples
/// of its column, one after the other; a shape without axes stands for single numbers.
/// </summary>
public sealed class DatasetBuilder
{
    private readonly List<DataColumn> _columns = [];

    /// <summary>Adds a column of inputs.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/>, <see cref="int"/> or <see cref="byte"/>.</typeparam>
    /// <param name="name">The name of the network's input, as <c>input</c>.</param>
    /// <param name="values">The numbers of all samples.</param>
    /// <param name="shape">The shape of one sample.</param>
    /// <exception cref="ArgumentException">The numbers are not those of whole samples, another column has another number of samples, or the name is taken.</exception>
    /// <exception cref="NotSupportedException">The numbers have another type.</exception>
    public DatasetBuilder Input<T>(string name, T[] values, params ReadOnlySpan<int> shape)
        where T : unmanaged, INumber<T> => Add(name, ColumnRole.Input, values, ByteScale.One, shape);

    /// <summary>Adds a column of inputs that stays in memory as bytes.</summary>
    /// <param name="name">The name of the network's input, as <c>input</c>.</param>
    /// <param name="values">The bytes of all samples.</param>
    /// <param name="scale">What the bytes stand for.</param>
    /// <param name="shape">The shape of one sample.</param>
    /// <exception cref="ArgumentException">The bytes are not those of whole samples, another column has another number of samples, or the name is taken.</exception>
    public DatasetBuilder Input(string name, byte[] values, ByteScale scale, params ReadOnlySpan<int> shape) =>
        Add(name, ColumnRole.Input, values, scale, shape);

    /// <summary>Adds a column of targets: class indices, values or distributions.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/>, <see cref="int"/> or <see cref="byte"/>.</typeparam>
    /// <param name="name">The name of the network's target.</param>
    /// <param name="values">The numbers of all samples.</param>
    /// <param name="shape">The shape of one sample.</param>
    /// <exception cref="ArgumentException">The numbers are not those of whole samples, another column has another number of samples, or the name is taken.</exception>
    /// <exception cref="NotSupportedException">The numbers have another type.</exception>
    public DatasetBuilder Target<T>(string name, T[] values, params ReadOnlySpan<int> shape)
        where T : unmanaged, INumber<T> => Add(name, ColumnRole.Target, values, ByteScale.One, shape);

    /// <summary>Adds a column of targets that stays in memory as bytes.</summary>
    /// <param name="name">The name of the network's target.</param>
    /// <param name="values">The bytes of all samples.</param>
    /// <param name="scale">What the bytes stand for.</param>
    /// <param name="shape">The shape of one sample.</param>
    /// <exception cref="ArgumentException">The bytes are not those of whole samples, another column has another number of samples, or the name is taken.</exception>
    public DatasetBuilder Target(string name, byte[] values, ByteScale scale, params ReadOnlySpan<int> shape) =>
        Add(name, ColumnRole.Target, values, scale, shape);

    /// <summary>Adds a column of sample weights, one number of at least 0 for each sample.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/>, <see cref="int"/> or <see cref="byte"/>.</typeparam>
    /// <param name="name">The name of the network's column; a single column of another name serves every loss.</param>
    /// <param name="values">The weights.</param>
    /// <exception cref="ArgumentException">Another column has another number of samples, or the name is taken.</exception>
    /// <exception cref="NotSupportedException">The numbers have another type.</exception>
    public DatasetBuilder SampleWeight<T>(string name, T[] values)
        where T : unmanaged, INumber<T> => Add(name, ColumnRole.SampleWeight, values, ByteScale.One, []);

    /// <summary>The data set of the columns added.</summary>
    /// <exception cref="InvalidOperationException">No column was added.</exception>
    public Dataset Build() => _columns.Count > 0
        ? new Dataset([.. _columns], new RowMap(null, 0, _columns[0].Count))
        : throw new InvalidOperationException("A data set has at least one column; none was added.");

    private DatasetBuilder Add<T>(string name, ColumnRole role, T[] values, ByteScale scale, ReadOnlySpan<int> shape)
        where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(values);
        var column = Create(name, role, values, scale, CheckShape(name, values.Length, shape));
        if (_columns.Exists(other => other.Description.Name == name && other.Description.Role == role))
        {
            throw new ArgumentException($"The data set already has a column '{name}' of this kind.", nameof(name));
        }

        if (_columns.Count > 0 && _columns[0].Count != column.Count)
        {
            throw new ArgumentException(
                $"Column '{name}': expected {_columns[0].Count} samples as in '{_columns[0].Description.Name}', found {column.Count}.", nameof(values));
        }

        _columns.Add(column);
        return this;
    }

    private static DataColumn Create<T>(string name, ColumnRole role, T[] values, ByteScale scale, ImmutableArray<int> shape)
        where T : unmanaged, INumber<T>
    {
        ColumnDescription Describe(ElementType type) => new(name, role, type, shape);
        return values switch
        {
            float[] numbers => new NumberColumn<float>(Describe(ElementType.Float32), numbers),
            double[] numbers => new NumberColumn<double>(Describe(ElementType.Float64), numbers),
            int[] numbers => new NumberColumn<int>(Describe(ElementType.Int32), numbers),
            byte[] bytes => new ByteColumn(Describe(ElementType.Float32), bytes, scale.Scale, scale.Offset),
            _ => throw new NotSupportedException($"Column '{name}': expected float, double, int or byte values, found {typeof(T).Name}."),
        };
    }

    private static ImmutableArray<int> CheckShape(string name, int length, ReadOnlySpan<int> shape)
    {
        long size = 1;
        foreach (var axis in shape)
        {
            if (axis <= 0 || size > int.MaxValue / axis)
            {
                throw new ArgumentException($"Column '{name}': expected a shape of positive axes below 2³¹ values, found [{string.Join(", ", shape.ToArray())}].", nameof(shape));
            }

            size *= axis;
        }

        return length % size == 0
            ? [.. shape]
            : throw new ArgumentException($"Column '{name}': expected a multiple of {size} values, found {length}.", nameof(shape));
    }
}
