using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Text;

namespace NetGen;

/// <summary>
/// Reads CSV files as RFC 4180 describes them: cells in double quotes may hold separators, line ends and doubled quotes.
/// Lines end in CR LF or LF, the text is UTF-8 with or without a byte-order mark, and blank lines are skipped where there
/// are several columns.
/// </summary>
public static class CsvFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to read it.</param>
    /// <exception cref="ArgumentException">The separator is a quote or a line end.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not CSV, or two columns have one name; the message names file, line and column.</exception>
    public static CsvTable Read(string path, CsvOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no file '{path}'.", path);
        }

        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        using var reader = new StreamReader(path, strict, detectEncodingFromByteOrderMarks: true);
        return Read(reader, path, options);
    }

    /// <summary>Reads a text to its end.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">What error messages call it.</param>
    /// <param name="options">How to read it.</param>
    /// <exception cref="InvalidDataException">The text is not CSV, or two columns have one name; the message names line and column.</exception>
    /// <exception cref="ArgumentException">The separator is a quote or a line end.</exception>
    public static CsvTable Read(TextReader reader, string name, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        options ??= new CsvOptions();
        if (options.Separator is '"' or '\r' or '\n')
        {
            throw new ArgumentException("The separator can be any character but a quote or a line end.", nameof(options));
        }

        try
        {
            return Read(new CsvParser(reader, name, options.Separator), name, options.HasHeader);
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidDataException($"{name}: expected UTF-8 text, found other bytes ({error.Message})", error);
        }
    }

    private static CsvTable Read(CsvParser parser, string name, bool hasHeader)
    {
        var rows = new List<CsvRow>();
        while (parser.TryRead(out var row))
        {
            var isBlank = row.Cells.Length == 1 && row.Cells[0].Length == 0;
            if (isBlank && (rows.Count == 0 || rows[0].Cells.Length > 1))
            {
                continue;
            }

            if (rows.Count > 0 && row.Cells.Length != rows[0].Cells.Length)
            {
                throw new InvalidDataException(
                    $"{name}, line {row.Line}: expected {rows[0].Cells.Length} cells as in line {rows[0].Line}, found {row.Cells.Length}.");
            }

            rows.Add(row);
        }

        if (!hasHeader)
        {
            return new CsvTable(name, [], rows);
        }

        if (rows.Count == 0)
        {
            throw new InvalidDataException($"{name}: expected a header with the names of the columns, found an empty file.");
        }

        CheckNames(name, rows[0]);
        return new CsvTable(name, rows[0].Cells, rows[1..]);
    }

    /// <summary>Refuses a name that two columns have. Columns without a name are no error: they go by their place.</summary>
    private static void CheckNames(string name, CsvRow header)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < header.Cells.Length; place++)
        {
            var column = header.Cells[place];
            if (!string.IsNullOrWhiteSpace(column) && !places.TryAdd(column, place))
            {
                throw new InvalidDataException(
                    $"{name}, line {header.Line}, column {place + 1} ('{column}'): expected a name of its own, found that of column {places[column] + 1}.");
            }
        }
    }
}
