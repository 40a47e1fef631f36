using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Declarations;

/// <summary>What using directives bring in besides the types that emitted code means.</summary>
internal static class ImportedNames
{
    /// <summary>
    /// Whether a simple name could mean something else than the type of <see cref="EmittedTypes"/>. Emitted code of a class in the
    /// global namespace sees what the project's global usings bring in; that of any class sees what others have put into the
    /// namespaces that it uses.
    /// </summary>
    public static bool AreAmbiguous(string name, INamedTypeSymbol type, SyntaxNode part, Compilation compilation) =>
        EmittedTypes.Namespaces.SelectMany(space => Find(compilation, space)?.GetTypeMembers(name) ?? Enumerable.Empty<ISymbol>())
            .Concat(type.ContainingNamespace.IsGlobalNamespace ? InScope(name, part, compilation) : Enumerable.Empty<ISymbol>())
            .Any(found => !IsMeant(found, name));

    private static IEnumerable<ISymbol> InScope(string name, SyntaxNode part, Compilation compilation) =>
        compilation.GetSemanticModel(part.SyntaxTree).LookupNamespacesAndTypes(part.SpanStart, name: name)
            .Select(found => found is IAliasSymbol alias ? alias.Target : found);

    private static bool IsMeant(ISymbol found, string name) =>
        found is INamedTypeSymbol { ContainingType: null } type && $"global::{type.ContainingNamespace}.{type.Name}" == EmittedTypes.FullNames[name];

    private static INamespaceSymbol? Find(Compilation compilation, string name)
    {
        INamespaceSymbol? space = compilation.GlobalNamespace;
        foreach (var part in name.Split('.'))
        {
            space = space?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part);
        }

        return space;
    }
}
