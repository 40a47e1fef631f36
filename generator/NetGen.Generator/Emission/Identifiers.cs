using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Layers;

namespace NetGen.Generator.Emission;

/// <summary>C# identifiers from the names of layers, inputs and parameters.</summary>
internal static class Identifiers
{
    // Layers without a name are named by their kind in lower case and a number; identifiers spell the kind as its attribute does.
    private static readonly IReadOnlyDictionary<string, string> Spellings =
        LayerCatalogue.Kinds.Keys.ToDictionary(kind => kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>For a constant or a method: <c>dense1.weight</c> becomes <c>Dense1Weight</c>, <c>relu1</c> becomes <c>ReLU1</c>.</summary>
    public static string Pascal(string name)
    {
        var text = string.Concat(Words(name));

        // An underscore alone would be a discard.
        return text.Length == 0 ? "Underscore" : char.IsDigit(text[0]) ? "_" + text : text;
    }

    /// <summary>For a parameter or a local: <c>dense1Weight</c>, <c>relu1</c>; keywords are escaped.</summary>
    public static string Camel(string name)
    {
        var pascal = Pascal(name);
        var first = Words(name).FirstOrDefault() ?? pascal;
        // An abbreviation becomes small as a whole: relu1, not reLU1.
        var isAbbreviation = first.Zip(first.Skip(1), (a, b) => char.IsUpper(a) && char.IsUpper(b)).Any(both => both);
        var small = Spellings.ContainsKey(first.TrimEnd(Digits)) && isAbbreviation ? first.Length : 1;
        var camel = pascal.Substring(0, small).ToLowerInvariant() + pascal.Substring(small);

        // In a script without small letters, and after a digit, a local would be named as a method is.
        return camel == pascal ? "_" + pascal : Escape(camel);
    }

    public static string Escape(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(identifier) != SyntaxKind.None
            ? "@" + identifier
            : identifier;

    private static readonly char[] Digits = "0123456789".ToCharArray();

    private static IEnumerable<string> Words(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name + ".")
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(letter);
            }
            else if (word.Length > 0)
            {
                yield return Capitalized(word.ToString());
                word.Clear();
            }
        }
    }

    private static string Capitalized(string word)
    {
        var letters = word.TrimEnd(Digits);
        return !letters.Any(char.IsUpper) && Spellings.TryGetValue(letters, out var spelling)
            ? spelling + word.Substring(letters.Length)
            : char.ToUpperInvariant(word[0]) + word.Substring(1);
    }
}
