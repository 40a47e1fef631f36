using System;
using System.Collections.Generic;

namespace NetGen;

/// <summary>Which stored column fills which column of a batch: the result of a check that was passed.</summary>
/// <param name="expected">The columns of the batch.</param>
/// <param name="sources">For each of them the stored column, or null where there are no sample weights.</param>
internal sealed class ColumnBinding(ColumnDescription[] expected, DataColumn?[] sources)
{
    /// <summary>The stored column for a column of the batch, or null.</summary>
    public DataColumn? this[int index] => sources[index];

    public bool IsFor(IReadOnlyList<ColumnDescription> columns)
    {
        if (columns.Count != expected.Length)
        {
            return false;
        }

        for (var i = 0; i < expected.Length; i++)
        {
            if (!Same(expected[i], columns[i]))
            {
                return false;
            }
        }

        return true;
    }

    public bool IsFor(Batch batch)
    {
        if (batch.Columns.Count != expected.Length)
        {
            return false;
        }

        for (var i = 0; i < expected.Length; i++)
        {
            if (!Same(expected[i], batch[i].Description))
            {
                return false;
            }
        }

        return true;
    }

    // The equality of records compares shapes by the array they hold, so it takes equal shapes of two lists for different ones.
    private static bool Same(ColumnDescription one, ColumnDescription other) =>
        ReferenceEquals(one, other)
        || (one.Name == other.Name
            && one.Role == other.Role
            && one.ElementType == other.ElementType
            && one.ClassCount == other.ClassCount
            && one.Shape.AsSpan().SequenceEqual(other.Shape.AsSpan()));
}
