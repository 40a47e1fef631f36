using System;

namespace NetGen;

/// <summary>Which samples of the stored ones a data set shows, and in which order: a run of them, or a list.</summary>
/// <param name="Order">The numbers of the stored samples, or null for the stored order itself.</param>
/// <param name="Start">Where in that order the data set begins.</param>
/// <param name="Count">How many samples it shows.</param>
internal readonly record struct RowMap(int[]? Order, int Start, int Count)
{
    /// <summary>The stored sample behind a sample of the data set.</summary>
    public int this[int row] => (uint)row < (uint)Count
        ? Order is null ? Start + row : Order[Start + row]
        : throw new ArgumentOutOfRangeException(nameof(row), $"There is no sample {row}; the data set has {Count} samples.");

    public RowMap Slice(int start, int count) => new(Order, Start + start, count);

    public RowMap Reorder(int[] rows)
    {
        var order = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            order[i] = this[rows[i]];
        }

        return new RowMap(order, 0, order.Length);
    }
}
