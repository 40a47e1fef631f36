using System.Collections.Immutable;
using System.IO;
using System.Text;

namespace NetGen;

/// <summary>Splits a text into rows and cells.</summary>
internal sealed class CsvParser(TextReader reader, string name, char separator)
{
    private const int End = -1;

    private readonly StringBuilder _cell = new();
    private int _line = 1;

    /// <summary>Reads the next row.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryRead(out CsvRow row)
    {
        row = default;
        if (reader.Peek() == End)
        {
            return false;
        }

        var line = _line;
        var cells = ImmutableArray.CreateBuilder<string>();
        do
        {
            cells.Add(ReadCell(cells.Count + 1));
        }
        while (TakeSeparator());

        row = new CsvRow(line, cells.ToImmutable());
        return true;
    }

    private string ReadCell(int column)
    {
        _cell.Clear();
        if (reader.Peek() == '"')
        {
            reader.Read();
            ReadQuoted(column);
        }
        else
        {
            ReadPlain(column);
        }

        return _cell.ToString();
    }

    private void ReadPlain(int column)
    {
        while (!IsAtCellEnd())
        {
            var next = (char)reader.Read();
            if (next == '"')
            {
                throw Error(_line, column, "found a quote inside a cell that does not begin with one");
            }

            _cell.Append(next);
        }
    }

    private void ReadQuoted(int column)
    {
        var line = _line;
        while (true)
        {
            switch (reader.Read())
            {
                case End:
                    throw Error(line, column, "expected a closing quote, found the end of the file");
                case '"' when reader.Peek() == '"':
                    reader.Read();
                    _cell.Append('"');
                    break;
                case '"' when IsAtCellEnd():
                    return;
                case '"':
                    throw Error(_line, column, $"expected a separator or a line end after the closing quote, found '{(char)reader.Peek()}'");
                case var next:
                    _line += next == '\n' ? 1 : 0;
                    _cell.Append((char)next);
                    break;
            }
        }
    }

    private bool IsAtCellEnd() => reader.Peek() is var next && (next == separator || next is End or '\r' or '\n');

    /// <summary>Takes what follows a cell: a separator, or the end of the line or of the file.</summary>
    private bool TakeSeparator()
    {
        var next = reader.Read();
        if (next == separator)
        {
            return true;
        }

        if (next == '\r' && reader.Peek() == '\n')
        {
            reader.Read();
        }

        _line++;
        return false;
    }

    private InvalidDataException Error(int line, int column, string message) => new($"{name}, line {line}, column {column}: {message}.");
}
