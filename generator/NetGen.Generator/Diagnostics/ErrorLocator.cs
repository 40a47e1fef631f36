using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Declarations;

namespace NetGen.Generator.Diagnostics;

/// <summary>Finds the syntax of an error: the element, the argument, the attribute or the name of the class.</summary>
internal static class ErrorLocator
{
    /// <summary>What errors call the type argument of an attribute.</summary>
    public const string TypeArgument = "T";

    public static Location Locate(NetworkSymbol network, DeclarationError error, CancellationToken cancellation)
    {
        var attribute = error.Layer >= 0 ? network.Layers[error.Layer] : error.Argument is not null ? network.Attribute : null;
        return attribute?.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
            ? (Argument(attribute, syntax, error) ?? syntax).GetLocation()
            : Class(network, error, cancellation);
    }

    private static SyntaxNode? Argument(AttributeData attribute, AttributeSyntax syntax, DeclarationError error)
    {
        if (error.Argument == TypeArgument)
        {
            return syntax.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault()?.TypeArgumentList.Arguments.FirstOrDefault();
        }

        if (error.Argument is not { } name || syntax.ArgumentList is not { } list)
        {
            return null;
        }

        var named = list.Arguments.FirstOrDefault(argument =>
            (argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText == name);
        if (named is not null)
        {
            return Element(named.Expression, error.Element);
        }

        var place = attribute.AttributeConstructor?.Parameters.ToList().FindIndex(parameter => parameter.Name == name) ?? -1;
        var positional = list.Arguments.Where(argument => argument.NameEquals is null && argument.NameColon is null).Select(argument => argument.Expression).ToList();
        return place < 0 || place >= positional.Count ? null : Positional(attribute.AttributeConstructor!.Parameters[place], positional, place, error.Element);
    }

    // The last parameter may take all arguments from its place on, or one array.
    private static ExpressionSyntax? Positional(IParameterSymbol parameter, List<ExpressionSyntax> positional, int place, int element)
    {
        var given = positional.Count - place;
        return !parameter.IsParams || (given == 1 && Elements(positional[place]) is not null) ? Element(positional[place], element)
            : element >= 0 ? (element < given ? positional[place + element] : null)
            : given == 1 ? positional[place]
            : null;
    }

    private static ExpressionSyntax Element(ExpressionSyntax expression, int element) =>
        element >= 0 && Elements(expression) is { } elements && element < elements.Count ? elements[element] : expression;

    private static IReadOnlyList<ExpressionSyntax>? Elements(ExpressionSyntax expression) => expression switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(item => item.Expression).ToArray(),
        _ => null,
    };

    private static Location Class(NetworkSymbol network, DeclarationError error, CancellationToken cancellation)
    {
        var symbol = error.Id switch
        {
            DiagnosticIds.MemberExists => NetworkSymbol.OwnMembers(network.Type).FirstOrDefault(member => IsNamed(member, error.MessageArguments[0])),
            DiagnosticIds.ConstructorAlone => NetworkSymbol.OwnMembers(network.Type).FirstOrDefault(TypeRequirements.IsConstructorAlone),
            DiagnosticIds.ContainerNotPartial => TypeReader.Containers(network.Type).FirstOrDefault(container => container.Name == error.MessageArguments[0]),
            _ => null,
        };
        return symbol is not null && symbol.Locations.FirstOrDefault(location => location.IsInSource && !GeneratedFiles.IsGenerated(location.SourceTree!)) is { } place
            ? place
            : network.Part.Identifier.GetLocation();
    }

    private static bool IsNamed(ISymbol member, string name) =>
        member.Name == name
        || (member is IMethodSymbol method && TypeRequirements.IsGeneratedConstructor(method) && name == GeneratedMembers.Constructor(member.ContainingType.Name));
}
