using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace NetGen;

/// <summary>The text of a CSV file: rows of equally many cells.</summary>
/// <param name="Name">What error messages call the file.</param>
/// <param name="Header">The names of the columns; empty where the file has no header.</param>
/// <param name="Rows">The rows.</param>
public sealed record CsvTable(string Name, ImmutableArray<string> Header, IReadOnlyList<CsvRow> Rows)
{
    /// <summary>How many columns there are.</summary>
    public int ColumnCount => Header.Length > 0 ? Header.Length : Rows.Count > 0 ? Rows[0].Cells.Length : 0;

    /// <summary>The place of a column.</summary>
    /// <param name="column">The column by name or by place.</param>
    /// <exception cref="ArgumentException">There is no such column, or several of that name; the message lists those that there are.</exception>
    public int Find(CsvColumn column)
    {
        if (column.Name is { } name)
        {
            var places = Enumerable.Range(0, Header.Length).Where(i => Header[i] == name).ToArray();
            return places.Length == 1
                ? places[0]
                : throw new ArgumentException(
                    $"{Name}: expected one column '{name}', found {places.Length}; the header has: {(Header.IsEmpty ? "nothing, for the file is read without one" : string.Join(", ", Header))}.");
        }

        var place = column.Index.GetOffset(ColumnCount);
        return place >= 0 && place < ColumnCount
            ? place
            : throw new ArgumentException($"{Name}: there is no column {column}; the file has {ColumnCount} columns, from 0 to {ColumnCount - 1}.");
    }

    /// <summary>The name of a column, or its place where the file has no header.</summary>
    /// <param name="place">The place, from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is a header, and it has no such place.</exception>
    public string NameOf(int place) =>
        Header.IsEmpty ? string.Create(CultureInfo.InvariantCulture, $"column{place}") : Header[place];
}
