using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Emission;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Declarations;

/// <summary>Reads where the generated part of a network belongs.</summary>
internal static class TypeReader
{
    public static TypeDeclaration Read(INamedTypeSymbol type) =>
        new(
            string.Join(".", Namespaces(type).Select(Identifiers.Escape)),
            Identifiers.Escape(type.Name),
            MetadataName(type),
            new EquatableArray<ContainingType>(Containers(type).Reverse()
                .Select(container => new ContainingType(Keyword(container), Identifiers.Escape(container.Name) + TypeParameters(container)))),
            new EquatableArray<string>(NetworkSymbol.OwnMembers(type)
                .Where(member => member.CanBeReferencedByName)
                .Select(member => member.Name)
                .Distinct()
                .OrderBy(name => name, System.StringComparer.Ordinal)),
            TypeParameters(type));

    /// <summary>The types around a type, innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> Containers(INamedTypeSymbol type)
    {
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            yield return container;
        }
    }

    private static Stack<string> Namespaces(INamedTypeSymbol type)
    {
        var names = new Stack<string>();
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            names.Push(space.Name);
        }

        return names;
    }

    private static string MetadataName(INamedTypeSymbol type) =>
        string.Join(".", Namespaces(type).Append(string.Join("+", Containers(type).Reverse().Append(type).Select(part => part.MetadataName))));

    private static string TypeParameters(INamedTypeSymbol type) =>
        type.TypeParameters.IsEmpty
            ? string.Empty
            : "<" + string.Join(", ", type.TypeParameters.Select(parameter => Identifiers.Escape(parameter.Name))) + ">";

    private static string Keyword(INamedTypeSymbol type) => (type.TypeKind, type.IsRecord) switch
    {
        (TypeKind.Struct, true) => "record struct",
        (TypeKind.Struct, false) => "struct",
        (TypeKind.Interface, _) => "interface",
        (_, true) => "record",
        _ => "class",
    };
}
