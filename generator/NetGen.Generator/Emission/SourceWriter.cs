using System;
using System.Collections.Generic;
using System.Text;

namespace NetGen.Generator.Emission;

/// <summary>Writes indented C# with <c>\n</c> line ends.</summary>
internal sealed class SourceWriter
{
    private const string Indentation = "    ";

    private readonly StringBuilder _text = new();
    private int _level;
    private bool _needsGap;

    public void Line(string line = "")
    {
        if (line.Length == 0)
        {
            _needsGap = true;
            return;
        }

        // A gap only between things: none after an opening or before a closing brace.
        var first = line.TrimStart();
        if (_needsGap && !first.StartsWith("}", StringComparison.Ordinal) && first != "else" && _text.Length > 0 && !EndsWithOpenBrace())
        {
            _text.Append('\n');
        }

        _needsGap = false;
        var level = line[0] == '#' ? 0 : _level;
        for (var i = 0; i < level; i++)
        {
            _text.Append(Indentation);
        }

        _text.Append(line).Append('\n');
    }

    public void Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Line(line);
        }
    }

    /// <summary>A header line and what follows in braces.</summary>
    public void Block(string header, Action body, string end = "}")
    {
        if (header.Length > 0)
        {
            Line(header);
        }

        Line("{");
        _level++;
        body();
        _level--;
        Line(end);
        _needsGap = true;
    }

    /// <summary>Deeper by one level, as for a continued line.</summary>
    public void Indented(Action body)
    {
        _level++;
        body();
        _level--;
    }

    public override string ToString() => _text.ToString();

    private bool EndsWithOpenBrace() => _text.Length >= 2 && _text[_text.Length - 2] == '{';
}
