using System;
using System.Collections.Immutable;
using System.Numerics;

namespace NetGen;

/// <summary>One parameter of a network, read and written in canonical (row-major) order whatever its layout in memory.</summary>
public readonly struct ParameterView
{
    private readonly ParameterBuffer _owner;
    private readonly ParameterSegment _segment;

    internal ParameterView(ParameterBuffer owner, ParameterSegment segment)
    {
        _owner = owner;
        _segment = segment;
    }

    /// <summary>The name, as <c>dense1.weight</c>.</summary>
    public string Name => _segment.Name;

    /// <summary>The canonical shape.</summary>
    public ImmutableArray<int> Shape => _segment.Shape;

    /// <summary>How many values there are.</summary>
    public int Count => _segment.Count;

    /// <summary>The place of the parameter in the flat buffer.</summary>
    public ParameterSegment Segment => _segment;

    /// <summary>One value by its index on every axis.</summary>
    /// <param name="indices">One index for each axis of <see cref="Shape"/>.</param>
    /// <exception cref="ArgumentException">The number of indices is not the number of axes, or the value set is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside its axis.</exception>
    /// <exception cref="InvalidOperationException">A value of a network is set while a training step of it is under way.</exception>
    public double this[params ReadOnlySpan<int> indices]
    {
        get
        {
            var place = _segment.Locate(Flatten(indices));
            return _owner.Buffer.ElementType == ElementType.Float64
                ? _owner.Buffer.AsSpan<double>()[place]
                : _owner.Buffer.AsSpan<float>()[place];
        }

        set
        {
            var place = _segment.Locate(Flatten(indices));
            CheckFinite(value);
            _owner.BeginWrite();
            if (_owner.Buffer.ElementType == ElementType.Float64)
            {
                _owner.Buffer.AsSpan<double>()[place] = value;
            }
            else
            {
                _owner.Buffer.AsSpan<float>()[place] = (float)value;
            }

            _owner.EndWrite();
        }
    }

    /// <summary>Copies the values out in canonical order.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>; converted where the buffer holds the other.</typeparam>
    /// <param name="destination">At least <see cref="Count"/> values.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void CopyTo<T>(Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (destination.Length < Count)
        {
            throw new ArgumentException($"'{Name}' has {Count} values; the destination has room for {destination.Length}.", nameof(destination));
        }

        if (_owner.Buffer.ElementType == ElementType.Float64)
        {
            Read(_owner.Buffer.AsSpan<double>(), destination);
        }
        else
        {
            Read(_owner.Buffer.AsSpan<float>(), destination);
        }
    }

    /// <summary>The values in canonical order.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    public T[] ToArray<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var values = new T[Count];
        CopyTo<T>(values);
        return values;
    }

    /// <summary>Sets all values, given in canonical order.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>; converted where the buffer holds the other.</typeparam>
    /// <param name="source">Exactly <see cref="Count"/> finite values.</param>
    /// <exception cref="ArgumentException">The number of values is another or one is not finite; the parameter is left as it was.</exception>
    /// <exception cref="InvalidOperationException">The parameter is that of a network, and a training step of it is under way.</exception>
    public void CopyFrom<T>(ReadOnlySpan<T> source)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (source.Length != Count)
        {
            throw new ArgumentException($"'{Name}' has {Count} values; {source.Length} were given.", nameof(source));
        }

        foreach (var value in source)
        {
            CheckFinite(double.CreateChecked(value));
        }

        _owner.BeginWrite();
        if (_owner.Buffer.ElementType == ElementType.Float64)
        {
            Write(source, _owner.Buffer.AsSpan<double>());
        }
        else
        {
            Write(source, _owner.Buffer.AsSpan<float>());
        }

        _owner.EndWrite();
    }

    /// <inheritdoc cref="CopyFrom{T}(ReadOnlySpan{T})"/>
    public void CopyFrom(params ReadOnlySpan<double> source) => CopyFrom<double>(source);

    private void Read<TStored, T>(ReadOnlySpan<TStored> stored, Span<T> destination)
        where TStored : unmanaged, IBinaryFloatingPointIeee754<TStored>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < _segment.Count; i++)
        {
            destination[i] = T.CreateTruncating(stored[_segment.Locate(i)]);
        }
    }

    private void Write<TStored, T>(ReadOnlySpan<T> source, Span<TStored> stored)
        where TStored : unmanaged, IBinaryFloatingPointIeee754<TStored>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < _segment.Count; i++)
        {
            stored[_segment.Locate(i)] = TStored.CreateTruncating(source[i]);
        }
    }

    private void CheckFinite(double value)
    {
        if (!double.IsFinite(value) || (_owner.Buffer.ElementType == ElementType.Float32 && !float.IsFinite((float)value)))
        {
            throw new ArgumentException($"'{Name}' takes finite values; one is {value}.", nameof(value));
        }
    }

    private int Flatten(ReadOnlySpan<int> indices)
    {
        if (indices.Length != Shape.Length)
        {
            throw new ArgumentException($"'{Name}' has {Shape.Length} axes; {indices.Length} indices were given.", nameof(indices));
        }

        var flat = 0;
        for (var axis = 0; axis < indices.Length; axis++)
        {
            if ((uint)indices[axis] >= (uint)Shape[axis])
            {
                throw new ArgumentOutOfRangeException(nameof(indices), $"Index {indices[axis]} on axis {axis} of '{Name}' lies outside [0, {Shape[axis]}).");
            }

            flat = (flat * Shape[axis]) + indices[axis];
        }

        return flat;
    }
}
