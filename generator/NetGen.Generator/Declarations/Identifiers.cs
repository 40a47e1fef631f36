using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Declarations;

/// <summary>Names as they are written in code.</summary>
internal static class Identifiers
{
    /// <summary>A name, with an <c>@</c> where it is a keyword.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>The type parameters of a type as <c>&lt;T, U&gt;</c>, empty where it has none.</summary>
    public static string TypeParameters(INamedTypeSymbol type) =>
        type.TypeParameters.IsEmpty ? string.Empty : "<" + string.Join(", ", type.TypeParameters.Select(parameter => Escape(parameter.Name))) + ">";
}
