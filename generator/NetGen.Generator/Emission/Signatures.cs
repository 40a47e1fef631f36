using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Emission;

/// <summary>Lists of parameters and arguments.</summary>
internal static class Signatures
{
    public static string Join(params IEnumerable<string>[] parts) => string.Join(", ", parts.SelectMany(part => part));
}

/// <summary>The checks at the beginning of generated methods.</summary>
internal static class Checks
{
    /// <summary>Declares the number of samples by the first column and checks the others against it.</summary>
    public static void Columns(SourceWriter writer, params IReadOnlyList<ColumnParameter>[] columns)
    {
        var all = columns.SelectMany(part => part).ToArray();
        writer.Line($"var samples = BatchChecks.Samples({all[0].Parameter}.Length, {all[0].Size}, nameof({all[0].Parameter}));");
        Lengths(writer, all.Skip(1));
    }

    public static void Lengths(SourceWriter writer, IEnumerable<ColumnParameter> columns)
    {
        foreach (var column in columns)
        {
            Length(writer, column);
        }
    }

    /// <summary>Checks of columns that may be left out.</summary>
    public static void OptionalLengths(SourceWriter writer, IEnumerable<ColumnParameter> columns) => writer.Lines(columns.Select(column =>
        $"BatchChecks.OptionalLength({column.Parameter}.Length, samples, {column.Size}, nameof({column.Parameter}));"));

    private static void Length(SourceWriter writer, ColumnParameter column)
    {
        writer.Line($"BatchChecks.Length({column.Parameter}.Length, samples, {column.Size}, nameof({column.Parameter}));");
        if (column.Info.ClassCount > 0)
        {
            writer.Line($"BatchChecks.ClassIndices({column.Parameter}, {Literals.Integer(column.Info.ClassCount)}, nameof({column.Parameter}));");
        }
    }
}
