using System;
using System.Collections.Generic;

namespace NetGen.Generator.Expressions;

/// <summary>
/// Finds equal parts: numbers every expression and condition so that two have the same number exactly where they are
/// equal by structure. Linear in the number of distinct parts, where comparing trees is not.
/// </summary>
internal sealed class ValueNumbering
{
    private readonly Dictionary<object, int> _byReference = new(ReferenceComparer.Instance);
    private readonly Dictionary<(string Kind, long Detail, int A, int B, int C), int> _byStructure = [];

    /// <summary>How many different parts have been met.</summary>
    public int Count => _byStructure.Count;

    public int this[Expression expression]
    {
        get
        {
            if (!_byReference.TryGetValue(expression, out var number))
            {
                number = Number(expression switch
                {
                    Constant constant => ("constant", BitConverter.DoubleToInt64Bits(constant.Value), -1, -1, -1),
                    Operand operand => ("operand", operand.Index, -1, -1, -1),
                    Unary unary => ("unary", (long)unary.Function, this[unary.Value], -1, -1),
                    Binary binary => ("binary", (long)binary.Function, this[binary.Left], this[binary.Right], -1),
                    Select select => ("select", 0, this[select.Condition], this[select.WhenTrue], this[select.WhenFalse]),
                    _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, "An unknown expression."),
                });
                _byReference[expression] = number;
            }

            return number;
        }
    }

    public int this[Condition condition]
    {
        get
        {
            if (!_byReference.TryGetValue(condition, out var number))
            {
                number = Number(condition switch
                {
                    Compare compare => ("compare", (long)compare.Comparison, this[compare.Left], this[compare.Right], -1),
                    Both both => ("both", 0, this[both.Left], this[both.Right], -1),
                    Either either => ("either", 0, this[either.Left], this[either.Right], -1),
                    Not not => ("not", 0, this[not.Value], -1, -1),
                    _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "An unknown condition."),
                });
                _byReference[condition] = number;
            }

            return number;
        }
    }

    private int Number((string Kind, long Detail, int A, int B, int C) key)
    {
        if (!_byStructure.TryGetValue(key, out var number))
        {
            _byStructure[key] = number = _byStructure.Count;
        }

        return number;
    }
}
