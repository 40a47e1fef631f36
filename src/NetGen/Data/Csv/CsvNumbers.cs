using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace NetGen;

/// <summary>Turns cells into numbers.</summary>
internal static class CsvNumbers
{
    public static bool IsMissing(string cell, CsvOptions options) =>
        string.IsNullOrWhiteSpace(cell) || options.MissingMarkers.Contains(cell.Trim());

    public static bool TryParse(string cell, out double value) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    /// <summary>The numbers of some columns, row by row.</summary>
    public static double[] Parse(CsvTable table, IReadOnlyList<CsvRow> rows, int[] columns, CsvOptions options)
    {
        var values = new double[rows.Count * columns.Length];
        for (var column = 0; column < columns.Length; column++)
        {
            ParseColumn(table, rows, columns[column], options, values, column, columns.Length);
        }

        return values;
    }

    /// <summary>An error at a cell.</summary>
    public static InvalidDataException Error(CsvTable table, CsvRow row, int place, string message) =>
        new($"{table.Name}, line {row.Line}, column {place + 1} ('{table.NameOf(place)}'): {message}.");

    private static void ParseColumn(
        CsvTable table, IReadOnlyList<CsvRow> rows, int place, CsvOptions options, double[] values, int first, int stride)
    {
        var sum = 0.0;
        var missing = new List<int>();
        for (var i = 0; i < rows.Count; i++)
        {
            var cell = rows[i].Cells[place];
            if (IsMissing(cell, options))
            {
                missing.Add(options.Missing == MissingCells.FillWithMean
                    ? i
                    : throw Error(table, rows[i], place, "expected a number, found an empty cell"));
                continue;
            }

            if (!TryParse(cell, out var value))
            {
                throw Error(table, rows[i], place, $"expected a finite number, found '{cell}'");
            }

            values[first + (i * stride)] = value;
            sum += value;
        }

        if (missing.Count == rows.Count)
        {
            throw Error(table, rows[0], place, "expected a number somewhere in the column, found empty cells alone");
        }

        foreach (var i in missing)
        {
            values[first + (i * stride)] = sum / (rows.Count - missing.Count);
        }
    }
}
