using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.RandomNetworks.Declarations;

/// <summary>Values of attribute arguments as C#.</summary>
internal static class Literal
{
    /// <summary>The text of a value.</summary>
    /// <param name="value">A number, truth value, text, member of an enumeration, own method, or an array of the first.</param>
    /// <param name="spread">Whether to write an array as the arguments of a <c>params</c> parameter.</param>
    public static string Of(object value, bool spread = false) => value switch
    {
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        bool flag => flag ? "true" : "false",
        OwnMethodName method => $"nameof({method.Name})",
        Enum member => Member(member),
        double number => Number(number),
        Array array => Elements(array, spread),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Number(double number) =>
        double.IsNaN(number) ? "double.NaN"
        : double.IsPositiveInfinity(number) ? "double.PositiveInfinity"
        : double.IsNegativeInfinity(number) ? "double.NegativeInfinity"
        : number.ToString("R", CultureInfo.InvariantCulture);

    private static string Member(Enum member)
    {
        var type = member.GetType().Name;
        return Enum.IsDefined(member.GetType(), member)
            ? $"{type}.{member}"
            : $"({type})({Convert.ToInt64(member, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)})";
    }

    private static string Elements(Array array, bool spread)
    {
        var elements = string.Join(", ", ((IEnumerable)array).Cast<object>().Select(element => Of(element)));
        return spread ? elements
            : array.Length == 0 ? (array.GetType() == typeof(string[]) ? "new string[0]" : "new int[0]")
            : $"new[] {{ {elements} }}";
    }
}
