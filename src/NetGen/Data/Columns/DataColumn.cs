using System;
using System.Collections.Generic;

namespace NetGen;

/// <summary>The stored numbers of one column of a <see cref="Dataset"/>, sample by sample.</summary>
internal abstract class DataColumn(ColumnDescription description, int count)
{
    /// <summary>Name, role, type and shape as stored.</summary>
    public ColumnDescription Description { get; } = description;

    /// <summary>How many samples are stored.</summary>
    public int Count { get; } = count;

    /// <summary>Whether no stored number can be infinite or NaN in a column of this type.</summary>
    public abstract bool IsAlwaysFinite(ElementType type);

    /// <summary>Copies samples into a column of a batch, converted to its type.</summary>
    public abstract void Gather(ReadOnlySpan<int> rows, RowMap map, BatchColumn destination);

    /// <summary>Copies one stored sample.</summary>
    public abstract void Read(int storedRow, Span<double> destination);

    /// <summary>A column of the same kind with the samples of all parts, this one's first.</summary>
    public abstract DataColumn Concat(RowMap map, IReadOnlyList<(DataColumn Column, RowMap Map)> others);

    /// <summary>Whether <see cref="Concat"/> can join the other column to this one.</summary>
    public virtual bool IsLike(DataColumn other) =>
        other.GetType() == GetType()
        && other.Description.Name == Description.Name
        && other.Description.Role == Description.Role
        && other.Description.Shape.AsSpan().SequenceEqual(Description.Shape.AsSpan());

    /// <summary>The samples of all parts, one after the other.</summary>
    protected static T[] Join<T>(int size, ReadOnlySpan<(T[] Values, RowMap Map)> parts)
    {
        var count = 0;
        foreach (var (_, map) in parts)
        {
            count = checked(count + map.Count);
        }

        var joined = new T[checked(count * size)];
        var next = 0;
        foreach (var (values, map) in parts)
        {
            for (var row = 0; row < map.Count; row++, next += size)
            {
                values.AsSpan(map[row] * size, size).CopyTo(joined.AsSpan(next));
            }
        }

        return joined;
    }
}
