using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen;

/// <summary>
/// A column stored as bytes b that stand for b · scale + offset. Each of the 256 values is computed once, in double, so
/// that gathering is a look-up with the same result on every machine.
/// </summary>
internal sealed class ByteColumn : DataColumn
{
    private readonly byte[] _values;
    private readonly double _scale;
    private readonly double _offset;
    private readonly float[] _singles = new float[256];
    private readonly double[] _doubles = new double[256];

    public ByteColumn(ColumnDescription description, byte[] values, double scale, double offset)
        : base(description, values.Length / description.Size)
    {
        _values = values;
        _scale = scale;
        _offset = offset;
        for (var b = 0; b < 256; b++)
        {
            _doubles[b] = (b * scale) + offset;
            _singles[b] = (float)_doubles[b];
        }
    }

    public override bool IsAlwaysFinite(ElementType type) =>
        type == ElementType.Float32 ? Array.TrueForAll(_singles, float.IsFinite) : Array.TrueForAll(_doubles, double.IsFinite);

    public override bool IsLike(DataColumn other) =>
        base.IsLike(other) && other is ByteColumn bytes && bytes._scale.Equals(_scale) && bytes._offset.Equals(_offset);

    public override void Gather(ReadOnlySpan<int> rows, RowMap map, BatchColumn destination)
    {
        switch (destination.Description.ElementType)
        {
            case ElementType.Float32:
                Gather(rows, map, _singles, destination.AsSpan<float>());
                break;
            case ElementType.Float64:
                Gather(rows, map, _doubles, destination.AsSpan<double>());
                break;
            default:
                GatherIndices(rows, map, destination.AsSpan<int>());
                break;
        }
    }

    public override void Read(int storedRow, Span<double> destination) => LookUp(Sample(storedRow), _doubles, destination);

    public override DataColumn Concat(RowMap map, IReadOnlyList<(DataColumn Column, RowMap Map)> others)
    {
        var joined = Join(
            Description.Size, [(_values, map), .. others.Select(other => (((ByteColumn)other.Column)._values, other.Map))]);
        return new ByteColumn(Description, joined, _scale, _offset);
    }

    private ReadOnlySpan<byte> Sample(int storedRow) => _values.AsSpan(storedRow * Description.Size, Description.Size);

    private void Gather<T>(ReadOnlySpan<int> rows, RowMap map, T[] table, Span<T> destination)
    {
        var size = Description.Size;
        for (var i = 0; i < rows.Length; i++)
        {
            LookUp(Sample(map[rows[i]]), table, destination.Slice(i * size, size));
        }
    }

    private void GatherIndices(ReadOnlySpan<int> rows, RowMap map, Span<int> destination)
    {
        var next = 0;
        foreach (var row in rows)
        {
            foreach (var value in Sample(map[row]))
            {
                destination[next++] = (int)_doubles[value];
            }
        }
    }

    private static void LookUp<T>(ReadOnlySpan<byte> source, T[] table, Span<T> destination)
    {
        for (var i = 0; i < source.Length; i++)
        {
            destination[i] = table[source[i]];
        }
    }
}
