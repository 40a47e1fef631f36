using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace NetGen;

/// <summary>The samples of a CSV file, one in each row, with what is known of their columns.</summary>
public sealed class CsvDataset
{
    private CsvDataset(Dataset data, ImmutableArray<string> inputNames, ImmutableArray<string> classes, int droppedRows)
    {
        Data = data;
        InputNames = inputNames;
        Classes = classes;
        DroppedRows = droppedRows;
    }

    /// <summary>The samples: a column of inputs and, where there are targets, one of targets.</summary>
    public Dataset Data { get; }

    /// <summary>The names of the inputs, in order.</summary>
    public ImmutableArray<string> InputNames { get; }

    /// <summary>The texts of the classes in the order of their indices; empty where the targets are numbers.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>How many rows were left out because of empty cells.</summary>
    public int DroppedRows { get; }

    /// <summary>Loads samples to classify. Texts become class indices as <see cref="CsvOptions.ClassOrder"/> says.</summary>
    /// <param name="path">The file.</param>
    /// <param name="target">The column of the classes.</param>
    /// <param name="inputs">The columns of the inputs; left out: all others.</param>
    /// <param name="options">How to read the file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException">There is no such column, or the options are wrong: the separator is a quote or a line end, or a class is listed twice.</exception>
    /// <exception cref="InvalidDataException">The file is not CSV, two columns have one name, a cell is empty or not a number, or a class is unknown; the message names file, line and column.</exception>
    public static CsvDataset LoadClasses(
        string path, CsvColumn target, IReadOnlyList<CsvColumn>? inputs = null, CsvOptions? options = null) =>
        FromClasses(CsvFile.Read(path, options), target, inputs, options);

    /// <summary>Loads samples with numbers as targets, or with none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="targets">The columns of the targets.</param>
    /// <param name="inputs">The columns of the inputs; left out: all others.</param>
    /// <param name="options">How to read the file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException">There is no such column, or the options are wrong: the separator is a quote or a line end, or a class is listed twice.</exception>
    /// <exception cref="InvalidDataException">The file is not CSV, two columns have one name, or a cell is empty or not a number; the message names file, line and column.</exception>
    public static CsvDataset LoadValues(
        string path, IReadOnlyList<CsvColumn> targets, IReadOnlyList<CsvColumn>? inputs = null, CsvOptions? options = null) =>
        FromValues(CsvFile.Read(path, options), targets, inputs, options);

    /// <summary>Samples to classify from the text of a file, as <see cref="LoadClasses"/> reads them.</summary>
    /// <param name="table">The text of the file.</param>
    /// <param name="target">The column of the classes.</param>
    /// <param name="inputs">The columns of the inputs; left out: all others.</param>
    /// <param name="options">How to read the cells.</param>
    /// <exception cref="ArgumentException">There is no such column, or the options list a class twice.</exception>
    /// <exception cref="InvalidDataException">A cell is empty or not a number, or a class is unknown.</exception>
    public static CsvDataset FromClasses(
        CsvTable table, CsvColumn target, IReadOnlyList<CsvColumn>? inputs = null, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        options ??= new CsvOptions();
        var targetPlace = table.Find(target);
        var (columns, rows, dropped) = Select(table, [targetPlace], inputs, options);
        var (classes, indices) = CsvClasses.Index(table, rows, targetPlace, options);
        var values = CsvNumbers.Parse(table, rows, columns, options);
        return new CsvDataset(
            new DatasetBuilder().Input("input", values, columns.Length).Target("target", indices).Build(),
            [.. columns.Select(table.NameOf)], classes, dropped);
    }

    /// <summary>Samples with numbers as targets, or with none, from the text of a file, as <see cref="LoadValues"/> reads them.</summary>
    /// <param name="table">The text of the file.</param>
    /// <param name="targets">The columns of the targets.</param>
    /// <param name="inputs">The columns of the inputs; left out: all others.</param>
    /// <param name="options">How to read the cells.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="InvalidDataException">A cell is empty or not a number.</exception>
    public static CsvDataset FromValues(
        CsvTable table, IReadOnlyList<CsvColumn> targets, IReadOnlyList<CsvColumn>? inputs = null, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(targets);
        options ??= new CsvOptions();
        int[] targetPlaces = [.. targets.Select(table.Find)];
        var (columns, rows, dropped) = Select(table, targetPlaces, inputs, options);
        var builder = new DatasetBuilder().Input("input", CsvNumbers.Parse(table, rows, columns, options), columns.Length);
        if (targetPlaces.Length > 0)
        {
            // A target that was made up would teach the network something wrong.
            var strict = options with { Missing = MissingCells.Refuse };
            builder.Target("target", CsvNumbers.Parse(table, rows, targetPlaces, strict), targetPlaces.Length);
        }

        return new CsvDataset(builder.Build(), [.. columns.Select(table.NameOf)], [], dropped);
    }

    private static (int[] Columns, IReadOnlyList<CsvRow> Rows, int Dropped) Select(
        CsvTable table, int[] targets, IReadOnlyList<CsvColumn>? inputs, CsvOptions options)
    {
        int[] columns = inputs is null
            ? [.. Enumerable.Range(0, table.ColumnCount).Except(targets)]
            : [.. inputs.Select(table.Find)];
        if (columns.Length == 0)
        {
            throw new ArgumentException($"{table.Name}: expected at least one input column, found {table.ColumnCount} columns and {targets.Length} targets.");
        }

        var rows = options.Missing == MissingCells.DropRow
            ? [.. table.Rows.Where(row => !columns.Concat(targets).Any(place => CsvNumbers.IsMissing(row.Cells[place], options)))]
            : table.Rows;
        return rows.Count > 0
            ? (columns, rows, table.Rows.Count - rows.Count)
            : throw new InvalidDataException($"{table.Name}: expected rows of data, found {(table.Rows.Count == 0 ? "none" : "empty cells in every row")}.");
    }
}
