using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Declarations;

/// <summary>What a class must be so that a generated part can make it a network.</summary>
internal static class TypeRequirements
{
    // Words that are types of the language only where nothing else has these names; emitted code cannot do without them.
    private static readonly string[] KeywordTypes = { "var", "nuint" };

    /// <summary>What is wrong with the class of a network, if anything.</summary>
    public static IEnumerable<DeclarationError> Errors(NetworkSymbol network, CancellationToken cancellation)
    {
        var type = network.Type;
        var oddity = Oddity(network, cancellation);
        if (oddity is not null)
        {
            yield return DeclarationError.OfClass(DiagnosticIds.NotAClass, type.Name, oddity);
        }

        if (!IsPartial(type, cancellation))
        {
            yield return DeclarationError.OfClass(DiagnosticIds.NotPartial, type.Name);
        }

        foreach (var container in TypeReader.Containers(type).Where(container => !IsPartial(container, cancellation)))
        {
            yield return DeclarationError.OfClass(DiagnosticIds.ContainerNotPartial, container.Name, type.Name);
        }

        foreach (var generic in TypeReader.Containers(type).Prepend(type).Where(candidate => candidate.Arity > 0).Take(1))
        {
            yield return DeclarationError.OfClass(DiagnosticIds.Generic, type.Name, SymbolEqualityComparer.Default.Equals(generic, type) ? "it" : $"its container '{generic.Name}'");
        }

        var collisions = MemberCollisions(type).ToArray();
        foreach (var error in collisions)
        {
            yield return error;
        }

        if (oddity is null && collisions.Length == 0 && NetworkSymbol.OwnMembers(type).Any(IsConstructorAlone))
        {
            yield return DeclarationError.OfClass(DiagnosticIds.ConstructorAlone, type.Name);
        }
    }

    /// <summary>Whether a member is a constructor that calls no other of the class, and so not the generated one, which makes the parameters.</summary>
    public static bool IsConstructorAlone(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && constructor.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax() is ConstructorDeclarationSyntax { Initializer: null or { RawKind: (int)SyntaxKind.BaseConstructorInitializer } });

    private static string? Oddity(NetworkSymbol network, CancellationToken cancellation)
    {
        var type = network.Type;
        var @base = type.BaseType;
        return type.IsRecord ? "is a record"
            : type.IsStatic ? "is static"
            : TypeReader.Containers(type).Prepend(type).Any(candidate => candidate.IsFileLocal) ? "is local to its file"
            : NetworkSymbol.OwnParts(type, cancellation).Any(part => part.ParameterList is not null) ? "has a primary constructor"
            : Hidden(type) is { } hidden ? $"hides the namespace '{hidden}'"
            : KeywordTypes.FirstOrDefault(name => TypeReader.IsHidden(name, type)) is { } keyword ? $"stands where '{keyword}' is a name of your own"
            : @base is null or { TypeKind: TypeKind.Error } ? null
            : @base.GetAttributes().Any(attribute => KnownTypes.IsNetwork(attribute.AttributeClass)) ? $"derives from the network '{@base.Name}'"
            : !HasDefaultConstructor(@base) ? $"derives from '{@base.Name}', which has no constructor without parameters"
            : null;
    }

    // Not even global:: finds a namespace again behind a type of the same name.
    private static string? Hidden(INamedTypeSymbol type)
    {
        var outermost = TypeReader.Containers(type).Prepend(type).Last();
        return type.ContainingNamespace.IsGlobalNamespace && outermost.Name is "System" or "NetGen" ? outermost.Name : null;
    }

    private static bool HasDefaultConstructor(INamedTypeSymbol type) =>
        type.InstanceConstructors.Any(constructor =>
            constructor.DeclaredAccessibility != Accessibility.Private && constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams));

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        NetworkSymbol.OwnParts(type, cancellation).All(part => part.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static IEnumerable<DeclarationError> MemberCollisions(INamedTypeSymbol type)
    {
        if (NetworkSymbol.OwnMembers(type).OfType<IMethodSymbol>().Any(IsGeneratedConstructor))
        {
            yield return DeclarationError.OfClass(
                DiagnosticIds.MemberExists, GeneratedMembers.Constructor(type.Name), type.Name, "a constructor of its own");
        }

        foreach (var member in NetworkSymbol.OwnMembers(type).Where(ImplementsOurs))
        {
            yield return DeclarationError.OfClass(DiagnosticIds.MemberExists, member.Name, type.Name, $"an explicit {Describe(member)} of its own");
        }

        foreach (var name in GeneratedMembers.Names)
        {
            if (type.Name == name)
            {
                yield return DeclarationError.OfClass(DiagnosticIds.MemberExists, name, type.Name, "the class itself");
            }
            else if (NetworkSymbol.OwnMembers(type).FirstOrDefault(member => member.Name == name) is { } own)
            {
                yield return DeclarationError.OfClass(DiagnosticIds.MemberExists, name, type.Name, $"a {Describe(own)} of its own");
            }
            else if (Inherited(type, name) is { } inherited)
            {
                yield return DeclarationError.OfClass(DiagnosticIds.MemberExists, name, type.Name, $"a {Describe(inherited)} inherited from '{inherited.ContainingType.Name}'");
            }
        }
    }

    // The generated part implements these interfaces itself.
    private static bool ImplementsOurs(ISymbol member)
    {
        var implemented = member switch
        {
            IMethodSymbol { AssociatedSymbol: null } method => method.ExplicitInterfaceImplementations.FirstOrDefault(),
            IPropertySymbol property => property.ExplicitInterfaceImplementations.FirstOrDefault(),
            _ => (ISymbol?)null,
        };
        return implemented is { ContainingType: { } type } && KnownTypes.IsOurs(type);
    }

    /// <summary>Whether a constructor has the signature of the generated one.</summary>
    public static bool IsGeneratedConstructor(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Constructor, Parameters: { Length: 1 } parameters }
        && method.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is ConstructorDeclarationSyntax)
        && parameters[0] is { Type.SpecialType: SpecialType.System_Int32, RefKind: RefKind.None };

    // A private one of a base class is not in the way.
    private static ISymbol? Inherited(INamedTypeSymbol type, string name)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (NetworkSymbol.OwnMembers(ancestor).FirstOrDefault(member => member.Name == name && member.DeclaredAccessibility != Accessibility.Private) is { } member)
            {
                return member;
            }
        }

        return null;
    }

    private static string Describe(ISymbol member) => member is ITypeSymbol ? "type" : member.Kind.ToString().ToLowerInvariant();
}
