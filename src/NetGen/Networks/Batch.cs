using System;
using System.Collections.Generic;

namespace NetGen;

/// <summary>
/// Some samples as typed columns, in the order in which a network describes them. A batch keeps its memory: resizing
/// it to a count that it has already had allocates nothing.
/// </summary>
public sealed class Batch
{
    private readonly BatchColumn[] _columns;

    /// <summary>Creates an empty batch.</summary>
    /// <param name="columns">The columns, as one of the lists in <see cref="NetworkDescription"/>.</param>
    /// <param name="capacity">For how many samples to reserve memory.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is negative, or a column would be over 2 GiB.</exception>
    public Batch(IReadOnlyList<ColumnDescription> columns, int capacity = 1)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _columns = new BatchColumn[columns.Count];
        for (var i = 0; i < _columns.Length; i++)
        {
            _columns[i] = new BatchColumn(columns[i], capacity);
        }
    }

    /// <summary>How many samples the batch holds now.</summary>
    public int Count { get; private set; }

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<BatchColumn> Columns => _columns;

    /// <summary>A column by its place.</summary>
    /// <param name="index">The place, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public BatchColumn this[int index] => (uint)index < (uint)_columns.Length
        ? _columns[index]
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"Expected a place in [0, {_columns.Length}), found {index}.");

    /// <summary>A column by its name.</summary>
    /// <param name="name">The name in the description.</param>
    /// <exception cref="KeyNotFoundException">No column has this name.</exception>
    public BatchColumn this[string name] =>
        Array.Find(_columns, column => column.Description.Name == name)
        ?? throw new KeyNotFoundException($"The batch has no column '{name}'.");

    /// <summary>Sets the number of samples; what the columns hold afterwards is unspecified.</summary>
    /// <param name="count">How many samples.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or a column would be over 2 GiB; the batch is left as it was.</exception>
    public void Resize(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        foreach (var column in _columns)
        {
            column.LengthFor(count, nameof(count));
        }

        foreach (var column in _columns)
        {
            column.Resize(count);
        }

        Count = count;
    }
}
