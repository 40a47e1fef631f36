using System.Collections.Generic;
using System.Linq;

namespace NetGen;

/// <summary>Lines up texts in columns.</summary>
internal static class TextTable
{
    /// <summary>The rows with two spaces between their columns, joined by line feeds.</summary>
    /// <param name="rows">Rows of equally many cells.</param>
    /// <param name="leftColumns">How many of the first columns are words, which begin at the left; numbers end at the right.</param>
    public static string Align(IReadOnlyList<string[]> rows, int leftColumns)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select(Pad)).TrimEnd()));

        string Pad(string cell, int column) => column < leftColumns ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]);
    }
}
