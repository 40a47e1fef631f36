using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace NetGen;

/// <summary>Checks a stored column against what a network expects of it: shape and every value.</summary>
internal static class ColumnCheck
{
    public static void Check(DataColumn column, RowMap rows, ColumnDescription expected)
    {
        CheckShape(column, expected);
        var isClass = expected.ElementType == ElementType.Int32;
        if (!isClass && expected.Role != ColumnRole.SampleWeight && column.IsAlwaysFinite(expected.ElementType))
        {
            return;
        }

        var sample = new double[column.Description.Size];
        for (var row = 0; row < rows.Count; row++)
        {
            column.Read(rows[row], sample);
            foreach (var value in sample)
            {
                if (Expectation(value, expected) is { } wanted)
                {
                    var found = value.ToString("R", CultureInfo.InvariantCulture);
                    throw new ArgumentException($"Sample {row} of column '{expected.Name}': expected {wanted}, found {found}.");
                }
            }
        }
    }

    /// <summary>Equal but for axes of one, or either of them flat: the same numbers in the same order with the same meaning.</summary>
    private static void CheckShape(DataColumn column, ColumnDescription expected)
    {
        var found = column.Description;
        var fits = found.Size == expected.Size
            && (IsFlat(found.Shape) || IsFlat(expected.Shape) || LongAxes(found.Shape).SequenceEqual(LongAxes(expected.Shape)));
        if (!fits)
        {
            throw new ArgumentException(
                $"Column '{expected.Name}': expected samples of shape {Text(expected.Shape)}, found {Text(found.Shape)} in '{found.Name}' of the data set.");
        }
    }

    /// <summary>What was expected instead of the value, or null where it is right.</summary>
    private static string? Expectation(double value, ColumnDescription expected)
    {
        if (expected.ElementType == ElementType.Int32)
        {
            if (expected.ClassCount > 0 && !(value >= 0 && value < expected.ClassCount && double.IsInteger(value)))
            {
                return $"a class in [0, {expected.ClassCount})";
            }

            return double.IsInteger(value) && value is >= int.MinValue and <= int.MaxValue ? null : "a whole number of 32 bits";
        }

        var isFinite = expected.ElementType == ElementType.Float32 ? float.IsFinite((float)value) : double.IsFinite(value);
        if (!isFinite)
        {
            return expected.ElementType == ElementType.Float32 ? "a finite 32-bit number" : "a finite number";
        }

        return expected.Role == ColumnRole.SampleWeight && value < 0 ? "a weight of at least 0" : null;
    }

    private static bool IsFlat(ImmutableArray<int> shape) => shape.Length == 1;

    private static IEnumerable<int> LongAxes(ImmutableArray<int> shape) => shape.Where(axis => axis != 1);

    private static string Text(ImmutableArray<int> shape) => $"[{string.Join(", ", shape)}]";
}
