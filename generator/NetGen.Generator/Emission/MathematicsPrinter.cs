using System;
using System.Collections.Generic;
using System.Globalization;
using NetGen.Generator.Expressions;

namespace NetGen.Generator.Emission;

/// <summary>
/// Prints expressions as mathematics for the reader of emitted code: <c>max(z, 0)</c>, <c>z · σ(z)</c>,
/// <c>z if z &gt; 0 else 0.01 · z</c>. Numbers have six digits: this is for reading, not for reading back.
/// </summary>
internal static class MathematicsPrinter
{
    private const int Choice = 0;
    private const int Sum = 1;
    private const int Product = 2;
    private const int Prefix = 3;
    private const int Primary = 4;

    /// <summary>Prints <paramref name="expression"/> as a factor of a product, or what is summed.</summary>
    public static string PrintFactor(Expression expression, IReadOnlyList<string> names) => Print(expression, names, Product);

    /// <summary>Prints <paramref name="expression"/> with <paramref name="names"/> in the place of its operands.</summary>
    public static string Print(Expression expression, IReadOnlyList<string> names) => Print(expression, names, Choice);

    private static string Print(Expression expression, IReadOnlyList<string> names, int precedence)
    {
        var (text, own) = expression switch
        {
            Constant constant => Number(constant.Value),
            Operand operand => (names[operand.Index], Primary),
            Unary unary => Function(unary.Function, unary.Value, names),
            Binary binary => Function(binary, names),
            Select select => ($"{Print(select.WhenTrue, names, Sum)} if {Print(select.Condition, names)} else {Print(select.WhenFalse, names, Choice)}", Choice),
            _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, "An unknown expression."),
        };
        return own < precedence ? $"({text})" : text;
    }

    private static (string Text, int Precedence) Number(double value)
    {
        var text = double.IsInfinity(value) ? "∞" : Math.Abs(value).ToString("G6", CultureInfo.InvariantCulture);
        return value < 0 ? ("−" + text, Prefix) : (text, Primary);
    }

    private static (string Text, int Precedence) Function(UnaryFunction function, Expression value, IReadOnlyList<string> names)
    {
        var inside = Print(value, names, Choice);
        return function switch
        {
            UnaryFunction.Negate => ("−" + Print(value, names, Prefix), Prefix),
            UnaryFunction.Absolute => ($"|{inside}|", Primary),
            UnaryFunction.SquareRoot => ("√" + Argument(value, inside), Primary),
            UnaryFunction.Exp => ("e^" + Argument(value, inside), Primary),
            UnaryFunction.ExpMinusOne => ($"e^{Argument(value, inside)} − 1", Sum),
            UnaryFunction.Log => ($"ln({inside})", Primary),
            UnaryFunction.LogOnePlus => ($"ln(1 + {Print(value, names, Product)})", Primary),
            UnaryFunction.Sigmoid => ($"σ({inside})", Primary),
            UnaryFunction.Sign => ($"sgn({inside})", Primary),
            _ => ($"{FunctionNames.Unary[function]}({inside})", Primary),
        };
    }

    private static (string Text, int Precedence) Function(Binary binary, IReadOnlyList<string> names)
    {
        var (left, right) = (binary.Left, binary.Right);
        return binary.Function switch
        {
            BinaryFunction.Add => ($"{Print(left, names, Sum)} + {Right(right, names, Product)}", Sum),
            BinaryFunction.Subtract => ($"{Print(left, names, Sum)} − {Right(right, names, Product)}", Sum),
            BinaryFunction.Multiply when left.Equals(right) => (Print(left, names, Primary) + "²", Primary),
            BinaryFunction.Multiply => ($"{Print(left, names, Product)} · {Right(right, names, Prefix)}", Product),
            BinaryFunction.Divide => ($"{Print(left, names, Product)} / {Right(right, names, Prefix)}", Product),
            BinaryFunction.Power => ($"{Print(left, names, Primary)}^{Print(right, names, Primary)}", Primary),
            _ => ($"{FunctionNames.Binary[binary.Function]}({Print(left, names, Choice)}, {Print(right, names, Choice)})", Primary),
        };
    }

    // No minus follows another operator: z − (−1.5).
    private static string Right(Expression value, IReadOnlyList<string> names, int precedence) =>
        Print(value, names, value is Constant or Unary { Function: UnaryFunction.Negate } ? Primary : precedence);

    private static string Argument(Expression value, string text) => value is Operand or Constant { Value: >= 0 } ? text : $"({text})";

    private static string Print(Condition condition, IReadOnlyList<string> names) => condition switch
    {
        Compare compare => $"{Print(compare.Left, names, Sum)} {Sign(compare.Comparison)} {Print(compare.Right, names, Sum)}",
        Both both => $"({Print(both.Left, names)} and {Print(both.Right, names)})",
        Either either => $"({Print(either.Left, names)} or {Print(either.Right, names)})",
        Not not => $"not ({Print(not.Value, names)})",
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "An unknown condition."),
    };

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.NotEqual => "≠",
        Comparison.LessOrEqual => "≤",
        Comparison.GreaterOrEqual => "≥",
        var strict => FunctionNames.Comparisons[strict],
    };
}
