using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Declarations;

/// <summary>
/// A network as the compiler sees it: what the reader turns into values, and where the analyzer finds the syntax of an
/// error again. Never cached.
/// </summary>
internal sealed class NetworkSymbol
{
    private NetworkSymbol(
        INamedTypeSymbol type, AttributeData attribute, TypeDeclarationSyntax part, IReadOnlyList<AttributeData> layers)
    {
        Type = type;
        Attribute = attribute;
        Part = part;
        Layers = layers;
    }

    public INamedTypeSymbol Type { get; }

    /// <summary>The attribute that makes the class a network.</summary>
    public AttributeData Attribute { get; }

    /// <summary>The part of the class that bears <see cref="Attribute"/>.</summary>
    public TypeDeclarationSyntax Part { get; }

    /// <summary>The layer attributes in the order of the program: those of <see cref="Part"/> as they are written, then those of other parts.</summary>
    public IReadOnlyList<AttributeData> Layers { get; }

    /// <summary>The network that a class is, or null where it is none or has no name yet. Of several attributes (an error of C#) the first counts.</summary>
    public static NetworkSymbol? Find(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var attributes = type.GetAttributes();
        var attribute = attributes.FirstOrDefault(candidate => KnownTypes.IsNetwork(candidate.AttributeClass));
        return attribute?.ApplicationSyntaxReference?.GetSyntax(cancellation).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } part
            && TypeReader.IsNamed(type)
            ? new NetworkSymbol(
                type,
                attribute,
                part,
                LayersOf(type, part, cancellation))
            : null;
    }

    /// <summary>The layer attributes of a class, those of one part first.</summary>
    public static IReadOnlyList<AttributeData> LayersOf(INamedTypeSymbol type, TypeDeclarationSyntax? part, CancellationToken cancellation)
    {
        var parts = type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).ToList();
        return type.GetAttributes()
            .Where(attribute => KnownTypes.IsLayer(attribute.AttributeClass) && attribute.ApplicationSyntaxReference is not null)
            .Select(attribute => (attribute, part: PartOf(attribute, cancellation), start: attribute.ApplicationSyntaxReference!.Span.Start))
            .OrderBy(item => IsSame(item.part, part) ? -1 : parts.FindIndex(candidate => IsSame(candidate, item.part)))
            .ThenBy(item => item.start)
            .Select(item => item.attribute)
            .ToArray();
    }

    /// <summary>Whether an attribute of a class does not exist, and so might have been meant as a layer or as <c>[Network]</c>.</summary>
    public static bool HasUnknownAttributes(INamedTypeSymbol type) =>
        type.GetAttributes().Any(attribute => attribute.AttributeClass is null or { TypeKind: TypeKind.Error });

    /// <summary>Whether a layer attribute stands on the part of the class that is the network.</summary>
    public bool IsOnPart(AttributeData layer, CancellationToken cancellation) => IsSame(PartOf(layer, cancellation), Part);

    /// <summary>The parts of a type that the user wrote; the analyzer also sees the generated one.</summary>
    public static IEnumerable<TypeDeclarationSyntax> OwnParts(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences
            .Where(reference => !GeneratedFiles.IsGenerated(reference.SyntaxTree))
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<TypeDeclarationSyntax>();

    /// <summary>The members that the user wrote.</summary>
    public static IEnumerable<ISymbol> OwnMembers(INamedTypeSymbol type) =>
        type.GetMembers().Where(member => !member.IsImplicitlyDeclared
            && !member.DeclaringSyntaxReferences.Any(reference => GeneratedFiles.IsGenerated(reference.SyntaxTree)));

    // By place: the compiler may drop syntax and parse it again.
    private static bool IsSame(SyntaxNode? left, SyntaxNode? right) => left?.SyntaxTree == right?.SyntaxTree && left?.Span == right?.Span;

    private static TypeDeclarationSyntax? PartOf(AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).FirstAncestorOrSelf<TypeDeclarationSyntax>();
}
