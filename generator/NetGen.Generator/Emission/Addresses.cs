using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Emission;

/// <summary>The texts of offsets, without what says nothing to the reader: no factor of one, no term of zero, no brackets around a single term.</summary>
internal static class Addresses
{
    private const string Zero = "0";

    /// <summary>Some steps of a loop variable.</summary>
    public static string Times(string variable, long stride) =>
        stride == 0 || variable == Zero ? Zero
        : stride == 1 ? variable
        : $"{variable} * {Literals.Integer(stride)}";

    /// <summary>The sum of offsets.</summary>
    public static string Sum(params IEnumerable<string> terms)
    {
        var parts = terms.Where(term => term != Zero).ToArray();
        return parts.Length switch
        {
            0 => Zero,
            1 => parts[0],
            _ => string.Join(" + ", parts.Select(part => part.Contains(' ') ? $"({part})" : part)),
        };
    }

    /// <summary>The place an offset away from a reference.</summary>
    public static string At(string reference, string offset) =>
        offset == Zero ? reference : $"Unsafe.Add(ref {reference}, {offset})";

    /// <summary>A text as a part of another: operators are set between blanks and need brackets, those inside a call need no more.</summary>
    public static string Primary(string text)
    {
        var depth = 0;
        foreach (var letter in text)
        {
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (depth == 0 && letter is ' ' or '-')
            {
                return $"({text})";
            }
        }

        return text;
    }
}
