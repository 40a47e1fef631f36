using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Emission;

/// <summary>C# identifiers from the names of layers, inputs and parameters.</summary>
internal static class Identifiers
{
    /// <summary>For a constant or a method: <c>dense1.weight</c> becomes <c>Dense1Weight</c>.</summary>
    public static string Pascal(string name)
    {
        var text = new StringBuilder();
        var startsWord = true;
        foreach (var letter in name)
        {
            if (!char.IsLetterOrDigit(letter))
            {
                startsWord = true;
                continue;
            }

            text.Append(startsWord ? char.ToUpperInvariant(letter) : letter);
            startsWord = false;
        }

        return text.Length == 0 || char.IsDigit(text[0]) ? "_" + text : text.ToString();
    }

    /// <summary>For a parameter or a local; keywords are escaped.</summary>
    public static string Camel(string name)
    {
        var pascal = Pascal(name);
        var camel = char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        return Escape(camel);
    }

    public static string Escape(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(identifier) != SyntaxKind.None
            ? "@" + identifier
            : identifier;
}
