using System;
using System.Globalization;
using NetGen.Generator.Emission;

namespace NetGen.Generator.Expressions;

/// <summary>
/// The text form of expressions: infix, culture-invariant, and exact, so that <c>Parse(Print(e))</c> equals <c>e</c>.
/// Operands are <c>x0</c>, <c>x1</c>, …; the functions are those of <see cref="FunctionNames"/> and
/// <c>select(condition, a, b)</c>; conditions are comparisons joined by <c>&amp;&amp;</c>, <c>||</c> and <c>!(…)</c>.
/// A minus in front of digits belongs to the number: −1 is <c>-1</c>, the negation of 1 is <c>-(1)</c>.
/// </summary>
internal static class ExpressionText
{
    private const int Sum = 1;
    private const int Product = 2;
    private const int Primary = 4;

    /// <summary>Writes <paramref name="expression"/>: <c>select(x0 &gt; 0, x0, 0.01 * x0)</c>.</summary>
    public static string Print(Expression expression) => Print(expression, 0);

    /// <summary>Writes a condition: <c>x0 &gt; 0 &amp;&amp; x1 &lt;= 2</c>.</summary>
    public static string Print(Condition condition) => condition switch
    {
        Compare compare => $"{Print(compare.Left)} {FunctionNames.Comparisons[compare.Comparison]} {Print(compare.Right)}",
        Both both => $"{Operand(both.Left)} && {Operand(both.Right)}",
        Either either => $"{Operand(either.Left)} || {Operand(either.Right)}",
        Not not => $"!({Print(not.Value)})",
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "An unknown condition."),
    };

    /// <summary>Reads an expression.</summary>
    /// <exception cref="FormatException">The text is no expression; the message says where and what was expected.</exception>
    public static Expression Parse(string text) => new ExpressionParser(text).Parse();

    private static string Print(Expression expression, int precedence) => expression switch
    {
        Constant constant => Number(constant.Value),
        Operand operand => "x" + Literals.Integer(operand.Index),
        Unary { Function: UnaryFunction.Negate } negation =>
            negation.Value is Constant ? $"-({Print(negation.Value)})" : "-" + Print(negation.Value, Primary),
        Unary unary => $"{FunctionNames.Unary[unary.Function]}({Print(unary.Value)})",
        Binary { Function: BinaryFunction.Add or BinaryFunction.Subtract } binary => Infix(binary, Sum, precedence),
        Binary { Function: BinaryFunction.Multiply or BinaryFunction.Divide } binary => Infix(binary, Product, precedence),
        Binary binary => $"{FunctionNames.Binary[binary.Function]}({Print(binary.Left)}, {Print(binary.Right)})",
        Select select => $"select({Print(select.Condition)}, {Print(select.WhenTrue)}, {Print(select.WhenFalse)})",
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, "An unknown expression."),
    };

    private static string Infix(Binary binary, int own, int outer)
    {
        var text = $"{Print(binary.Left, own)} {FunctionNames.Operators[binary.Function]} {Print(binary.Right, own + 1)}";
        return own < outer ? $"({text})" : text;
    }

    private static string Operand(Condition condition) => condition is Both or Either ? $"({Print(condition)})" : Print(condition);

    private static string Number(double value)
    {
        if (double.IsNaN(value))
        {
            var bits = BitConverter.DoubleToInt64Bits(value);
            return bits == BitConverter.DoubleToInt64Bits(double.NaN)
                ? "nan"
                : "nan(" + bits.ToString("x16", CultureInfo.InvariantCulture) + ")";
        }

        return double.IsInfinity(value) ? (value > 0 ? "inf" : "-inf") : Literals.Digits(value);
    }
}
