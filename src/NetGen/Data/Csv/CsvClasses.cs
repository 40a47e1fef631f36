using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace NetGen;

/// <summary>Turns the texts of a target column into class indices.</summary>
internal static class CsvClasses
{
    public static (ImmutableArray<string> Classes, int[] Indices) Index(
        CsvTable table, IReadOnlyList<CsvRow> rows, int place, CsvOptions options)
    {
        string[] labels = [.. rows.Select(row => Label(table, row, place, options))];
        var classes = options.Classes.IsDefaultOrEmpty ? Order(labels, options.ClassOrder) : options.Classes;
        var indexOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in classes)
        {
            indexOf.Add(name, indexOf.Count);
        }

        var indices = new int[labels.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            indices[i] = indexOf.TryGetValue(labels[i], out var index)
                ? index
                : throw CsvNumbers.Error(table, rows[i], place, $"expected one of the classes {string.Join(", ", classes)}, found '{labels[i]}'");
        }

        return (classes, indices);
    }

    private static string Label(CsvTable table, CsvRow row, int place, CsvOptions options) =>
        CsvNumbers.IsMissing(row.Cells[place], options)
            ? throw CsvNumbers.Error(table, row, place, "expected a class, found an empty cell")
            : row.Cells[place].Trim();

    private static ImmutableArray<string> Order(string[] labels, ClassOrder order)
    {
        var distinct = labels.Distinct(StringComparer.Ordinal);
        if (order == ClassOrder.FirstAppearance)
        {
            return [.. distinct];
        }

        var sorted = distinct.Order(StringComparer.Ordinal);
        return labels.All(label => CsvNumbers.TryParse(label, out _))
            ? [.. sorted.OrderBy(label => double.Parse(label, NumberStyles.Float, CultureInfo.InvariantCulture))]
            : [.. sorted];
    }
}
