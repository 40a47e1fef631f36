using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Declarations;

/// <summary>Reads where the generated part of a network belongs.</summary>
internal static class TypeReader
{
    public static TypeDeclaration Read(INamedTypeSymbol type) =>
        new(
            Namespace(type.ContainingNamespace),
            Identifiers.Escape(type.Name),
            MetadataName(type),
            new EquatableArray<ContainingType>(Containers(type).Reverse()
                .Select(container => new ContainingType(Keyword(container), Identifiers.Escape(container.Name) + Identifiers.TypeParameters(container)))),
            new EquatableArray<string>(NetworkSymbol.OwnMembers(type)
                .Where(member => member.CanBeReferencedByName)
                .Select(member => member.Name)
                .Distinct()
                .OrderBy(name => name, System.StringComparer.Ordinal)),
            Identifiers.TypeParameters(type));

    /// <summary>The types around a type, innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> Containers(INamedTypeSymbol type)
    {
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            yield return container;
        }
    }

    private static string Namespace(INamespaceSymbol space) =>
        space.IsGlobalNamespace
            ? string.Empty
            : Namespace(space.ContainingNamespace) is { Length: > 0 } outer
                ? outer + "." + Identifiers.Escape(space.Name)
                : Identifiers.Escape(space.Name);

    private static string MetadataName(INamedTypeSymbol type)
    {
        var nested = string.Join("+", Containers(type).Reverse().Append(type).Select(part => part.MetadataName));
        return type.ContainingNamespace.IsGlobalNamespace ? nested : type.ContainingNamespace.ToDisplayString() + "." + nested;
    }

    private static string Keyword(INamedTypeSymbol type) => (type.TypeKind, type.IsRecord) switch
    {
        (TypeKind.Struct, true) => "record struct",
        (TypeKind.Struct, false) => "struct",
        (TypeKind.Interface, _) => "interface",
        (_, true) => "record",
        _ => "class",
    };
}
