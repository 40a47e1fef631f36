using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace NetGen.Generator.Graph;

/// <summary>One line of the text form, read from left to right.</summary>
internal sealed class GraphLine
{
    private readonly string _text;
    private readonly int _number;
    private int _position;

    public GraphLine(string text, int number)
    {
        _text = text;
        _number = number;
        SkipSpace();
    }

    /// <summary>Whether nothing is left but what says nothing.</summary>
    public bool IsEmpty => _position == _text.Length || _text[_position] == '#';

    public bool StartsWith(char letter) => _position < _text.Length && _text[_position] == letter;

    /// <summary>Reads a sign if it comes next.</summary>
    public bool Accept(string sign)
    {
        if (string.CompareOrdinal(_text, _position, sign, 0, sign.Length) != 0)
        {
            return false;
        }

        _position += sign.Length;
        SkipSpace();
        return true;
    }

    public void Require(string sign)
    {
        if (!Accept(sign))
        {
            throw Expected($"'{sign}'");
        }
    }

    /// <summary>Lower-case letters and hyphens.</summary>
    public string Word()
    {
        var start = _position;
        while (_position < _text.Length && _text[_position] is (>= 'a' and <= 'z') or '-')
        {
            _position++;
        }

        var word = _text.Substring(start, _position - start);
        SkipSpace();
        return word;
    }

    public int Integer()
    {
        var start = _position;
        while (_position < _text.Length && (char.IsDigit(_text[_position]) || (_position == start && _text[_position] == '-')))
        {
            _position++;
        }

        if (!int.TryParse(_text.Substring(start, _position - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            _position = start;
            throw Expected("an integer");
        }

        SkipSpace();
        return value;
    }

    /// <summary>Integers between brackets.</summary>
    public IReadOnlyList<int> List()
    {
        Require("[");
        return ListRest();
    }

    /// <summary>Integers up to the closing bracket.</summary>
    public IReadOnlyList<int> ListRest()
    {
        var numbers = new List<int>();
        while (!Accept("]"))
        {
            if (numbers.Count > 0)
            {
                Require(",");
            }

            numbers.Add(Integer());
        }

        return numbers;
    }

    /// <summary>A text between quotes.</summary>
    public string Quoted()
    {
        if (!StartsWith('"'))
        {
            throw Expected("a quoted text");
        }

        var text = new StringBuilder();
        for (_position++; !StartsWith('"'); _position++)
        {
            text.Append(Letter());
        }

        _position++;
        SkipSpace();
        return text.ToString();
    }

    public InvalidGraphException Expected(string what) =>
        new(string.Format(CultureInfo.InvariantCulture, "Line {0}: expected {1} at character {2} of '{3}'.", _number, what, _position, _text));

    private char Letter()
    {
        if (_position == _text.Length)
        {
            throw Expected("the end of the quoted text");
        }

        if (_text[_position] != '\\')
        {
            return _text[_position];
        }

        _position++;
        if (StartsWith('"') || StartsWith('\\'))
        {
            return _text[_position];
        }

        if (StartsWith('u') && _position + 4 < _text.Length
            && int.TryParse(_text.Substring(_position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            _position += 4;
            return (char)code;
        }

        throw Expected("an escape");
    }

    private void SkipSpace()
    {
        while (_position < _text.Length && _text[_position] is ' ' or '\t' or '\r')
        {
            _position++;
        }
    }
}
