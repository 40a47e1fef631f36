using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Emission;

/// <summary>The constants of a kernel, each a named vector that the kernel declares before its loop.</summary>
internal sealed class VectorConstants(VectorType type, NameScope names)
{
    private static readonly Dictionary<double, string> s_words = new()
    {
        [0] = "zero",
        [0.25] = "quarter",
        [0.5] = "half",
        [1] = "one",
        [2] = "two",
        [3] = "three",
        [4] = "four",
        [6] = "six",
    };

    private readonly Dictionary<long, string> _nameByBits = [];
    private readonly List<Local> _declarations = [];

    /// <summary>All constants asked for until now, in that order.</summary>
    public EquatableArray<Local> Declarations => new(_declarations);

    /// <summary>The name of the vector that holds <paramref name="value"/> in every lane.</summary>
    public string this[double value]
    {
        get
        {
            var bits = BitConverter.DoubleToInt64Bits(value);
            if (!_nameByBits.TryGetValue(bits, out var name))
            {
                _nameByBits[bits] = name = names.Unique(Hint(value));
                _declarations.Add(new Local(name, type.Broadcast(value)));
            }

            return name;
        }
    }

    // 0.01 is c0_01, −1 is minusOne, −1E-05 is minusC1E_05.
    private string Hint(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        if (bits < 0 && !double.IsNaN(value))
        {
            var positive = Hint(-value);
            return "minus" + char.ToUpperInvariant(positive[0]) + positive.Substring(1);
        }

        if (s_words.TryGetValue(value, out var word))
        {
            return word;
        }

        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return double.IsNaN(value) ? "notANumber" : "infinity";
        }

        var digits = type == VectorType.Float && !float.IsInfinity((float)value) ? Literals.Digits((float)value) : Literals.Digits(value);
        return "c" + new string([.. digits.Select(c => char.IsLetterOrDigit(c) ? c : '_')]);
    }
}
