using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace NetGen;

/// <summary>A column stored as <see cref="float"/>, <see cref="double"/> or <see cref="int"/>.</summary>
internal sealed class NumberColumn<T>(ColumnDescription description, T[] values)
    : DataColumn(description, values.Length / description.Size)
    where T : unmanaged, INumber<T>
{
    private readonly T[] _values = values;

    public override bool IsAlwaysFinite(ElementType type) => typeof(T) == typeof(int);

    public override void Gather(ReadOnlySpan<int> rows, RowMap map, BatchColumn destination)
    {
        switch (destination.Description.ElementType)
        {
            case ElementType.Float32:
                Gather(rows, map, destination.AsSpan<float>());
                break;
            case ElementType.Float64:
                Gather(rows, map, destination.AsSpan<double>());
                break;
            default:
                Gather(rows, map, destination.AsSpan<int>());
                break;
        }
    }

    public override void Read(int storedRow, Span<double> destination) => Convert(Sample(storedRow), destination);

    public override DataColumn Concat(RowMap map, IReadOnlyList<(DataColumn Column, RowMap Map)> others) =>
        new NumberColumn<T>(Description, Join(
            Description.Size,
            [(_values, map), .. others.Select(other => (((NumberColumn<T>)other.Column)._values, other.Map))]));

    private ReadOnlySpan<T> Sample(int storedRow) => _values.AsSpan(storedRow * Description.Size, Description.Size);

    private void Gather<TTo>(ReadOnlySpan<int> rows, RowMap map, Span<TTo> destination)
        where TTo : unmanaged, INumber<TTo>
    {
        var size = Description.Size;
        for (var i = 0; i < rows.Length; i++)
        {
            Convert(Sample(map[rows[i]]), destination.Slice(i * size, size));
        }
    }

    private static void Convert<TTo>(ReadOnlySpan<T> source, Span<TTo> destination)
        where TTo : unmanaged, INumber<TTo>
    {
        if (typeof(TTo) == typeof(T))
        {
            System.Runtime.InteropServices.MemoryMarshal.Cast<T, TTo>(source).CopyTo(destination);
            return;
        }

        for (var i = 0; i < source.Length; i++)
        {
            destination[i] = TTo.CreateTruncating(source[i]);
        }
    }
}
