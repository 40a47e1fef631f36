using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Emission;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Declarations;

/// <summary>Reads where the generated part of a network belongs.</summary>
internal static class TypeReader
{
    public static TypeDeclaration Read(INamedTypeSymbol type, SyntaxNode part, Compilation compilation) =>
        new(
            string.Join(".", Namespaces(type).Select(Identifiers.Escape)),
            Identifiers.Escape(type.Name),
            MetadataName(type),
            new EquatableArray<ContainingType>(Containers(type).Reverse()
                .Select(container => new ContainingType(Keyword(container), Identifiers.Escape(container.Name) + TypeParameters(container)))),
            new EquatableArray<string>(NetworkSymbol.OwnMembers(type).Concat(InheritedMembers(type))
                .Where(member => member.CanBeReferencedByName)
                .Select(member => member.Name)
                .Distinct()
                .OrderBy(name => name, System.StringComparer.Ordinal)),
            TypeParameters(type),
            new EquatableArray<string>(EmittedTypes.FullNames.Keys
                .Where(name => IsHidden(name, type) || ImportedNames.AreAmbiguous(name, type, part, compilation))
                .OrderBy(name => name, System.StringComparer.Ordinal)));

    /// <summary>Whether the type and all that it stands in have names: while someone types, one may be missing, and there is nothing to add code to.</summary>
    public static bool IsNamed(INamedTypeSymbol type) =>
        Namespaces(type)
            .Concat(Containers(type).Prepend(type).SelectMany(part => part.TypeParameters.Select(parameter => parameter.Name).Append(part.Name)))
            .All(name => name.Length > 0);

    /// <summary>The types around a type, innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> Containers(INamedTypeSymbol type)
    {
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            yield return container;
        }
    }

    /// <summary>
    /// Whether a simple name means something else at the place of a class: members and types of the class, of what it derives
    /// from and of what is around it, and the types of its namespace and of those around that, come before the types that using
    /// directives bring in.
    /// </summary>
    public static bool IsHidden(string name, INamedTypeSymbol type) =>
        Containers(type).Prepend(type).Any(container => container.Name == name || Bases(container).Any(part => !part.GetMembers(name).IsEmpty))
        || Around(type).Any(space => !space.GetTypeMembers(name).IsEmpty || space.GetNamespaceMembers().Any(inner => inner.Name == name));

    private static IEnumerable<INamespaceSymbol> Around(INamedTypeSymbol type)
    {
        for (var space = type.ContainingNamespace; space is not null; space = space.ContainingNamespace)
        {
            yield return space;
        }
    }

    // What a generated member would hide.
    private static IEnumerable<ISymbol> InheritedMembers(INamedTypeSymbol type) =>
        Bases(type).Skip(1).Where(part => part.SpecialType != SpecialType.System_Object)
            .SelectMany(part => part.GetMembers()).Where(member => !member.IsImplicitlyDeclared && member.DeclaredAccessibility != Accessibility.Private);

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? part = type; part is not null; part = part.BaseType)
        {
            yield return part;
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
