using System;
using System.Globalization;
using NetGen.Generator.Emission;

namespace NetGen.Generator.Expressions;

/// <summary>Reads the text form of expressions by recursive descent.</summary>
internal sealed class ExpressionParser(string text)
{
    // Deep enough for every expression that the compiler writes, and shallow enough for every stack.
    private const int DepthLimit = 400;

    private int _position;
    private int _depth;

    public Expression Parse()
    {
        var expression = Sum();
        return AtEnd ? expression : throw Expected("the end");
    }

    private bool AtEnd
    {
        get
        {
            SkipSpace();
            return _position == text.Length;
        }
    }

    private Expression Sum()
    {
        Deeper();
        var left = Product();
        while (true)
        {
            if (Accept("+"))
            {
                left += Product();
            }
            else if (Accept("-"))
            {
                left -= Product();
            }
            else
            {
                _depth--;
                return left;
            }
        }
    }

    private Expression Product()
    {
        var left = Factor();
        while (true)
        {
            if (Accept("*"))
            {
                left *= Factor();
            }
            else if (Accept("/"))
            {
                left /= Factor();
            }
            else
            {
                return left;
            }
        }
    }

    private Expression Factor()
    {
        if (Accept("("))
        {
            var inner = Sum();
            Require(")");
            return inner;
        }

        if (Accept("-"))
        {
            if (AtDigit)
            {
                return Number(negative: true);
            }

            if (Accept("inf"))
            {
                return double.NegativeInfinity;
            }

            Deeper();
            var negated = -Factor();
            _depth--;
            return negated;
        }

        return AtDigit ? Number(negative: false) : Named();
    }

    private Expression Named()
    {
        var start = _position;
        var name = Name();
        if (name is "nan")
        {
            return Accept("(") ? NotANumber() : double.NaN;
        }

        if (name is "inf")
        {
            return double.PositiveInfinity;
        }

        if (name.Length > 1 && name[0] == 'x' && int.TryParse(name.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return new Operand(index);
        }

        Require("(");
        Expression result;
        if (name is "select")
        {
            var condition = AnyOf();
            Require(",");
            var whenTrue = Sum();
            Require(",");
            result = new Select(condition, whenTrue, Sum());
        }
        else if (FunctionNames.UnaryByName.TryGetValue(name, out var unary))
        {
            result = new Unary(unary, Sum());
        }
        else if (FunctionNames.BinaryByName.TryGetValue(name, out var binary))
        {
            var left = Sum();
            Require(",");
            result = new Binary(binary, left, Sum());
        }
        else
        {
            _position = start;
            throw Expected("a function");
        }

        Require(")");
        return result;
    }

    private Condition AnyOf()
    {
        Deeper();
        var left = AllOf();
        while (Accept("||"))
        {
            left = new Either(left, AllOf());
        }

        _depth--;
        return left;
    }

    private Condition AllOf()
    {
        var left = OneCondition();
        while (Accept("&&"))
        {
            left = new Both(left, OneCondition());
        }

        return left;
    }

    private Condition OneCondition()
    {
        if (Accept("!"))
        {
            Require("(");
            var inner = AnyOf();
            Require(")");
            return new Not(inner);
        }

        // A parenthesis opens either a condition or a number; only what follows tells which.
        var (start, depth) = (_position, _depth);
        if (Accept("("))
        {
            try
            {
                var inner = AnyOf();
                Require(")");
                return inner;
            }
            catch (FormatException)
            {
                (_position, _depth) = (start, depth);
            }
        }

        var left = Sum();
        foreach (var sign in new[] { "==", "!=", "<=", ">=", "<", ">" })
        {
            if (Accept(sign))
            {
                return new Compare(FunctionNames.ComparisonsBySign[sign], left, Sum());
            }
        }

        throw Expected("a comparison");
    }

    private bool AtDigit
    {
        get
        {
            SkipSpace();
            return _position < text.Length && text[_position] is >= '0' and <= '9';
        }
    }

    private Expression Number(bool negative)
    {
        var start = _position;
        while (_position < text.Length && (text[_position] is (>= '0' and <= '9') or '.' or 'E' or 'e'
            || (text[_position] is '+' or '-' && text[_position - 1] is 'E' or 'e')))
        {
            _position++;
        }

        if (!double.TryParse(text.Substring(start, _position - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            _position = start;
            throw Expected("a number");
        }

        return negative ? -value : value;
    }

    private Expression NotANumber()
    {
        SkipSpace();
        var start = _position;
        var digits = Name();
        if (!long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
            || !double.IsNaN(BitConverter.Int64BitsToDouble(bits)))
        {
            _position = start;
            throw Expected("the bits of a NaN");
        }

        Require(")");
        return BitConverter.Int64BitsToDouble(bits);
    }

    private string Name()
    {
        SkipSpace();
        var start = _position;
        while (_position < text.Length && text[_position] is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
        {
            _position++;
        }

        return _position > start ? text.Substring(start, _position - start) : throw Expected("an expression");
    }

    private bool Accept(string token)
    {
        SkipSpace();
        if (string.CompareOrdinal(text, _position, token, 0, token.Length) != 0)
        {
            return false;
        }

        _position += token.Length;
        return true;
    }

    private void Require(string token)
    {
        if (!Accept(token))
        {
            throw Expected($"'{token}'");
        }
    }

    private void Deeper()
    {
        if (++_depth > DepthLimit)
        {
            throw new FormatException($"The expression is nested more than {Literals.Integer(DepthLimit)} deep.");
        }
    }

    private void SkipSpace()
    {
        while (_position < text.Length && text[_position] is ' ' or '\t' or '\r' or '\n')
        {
            _position++;
        }
    }

    private FormatException Expected(string what) =>
        new($"Expected {what} at character {Literals.Integer(_position)} of '{text}'.");
}
