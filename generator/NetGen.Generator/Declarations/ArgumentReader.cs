using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Declarations;

/// <summary>Reads the arguments of an attribute as values.</summary>
internal static class ArgumentReader
{
    /// <summary>The arguments of the constructor by parameter, then the named ones by property; null where the attribute does not compile.</summary>
    public static IReadOnlyList<Argument>? Read(AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        if (!Compiles(attribute, compilation, cancellation))
        {
            return null;
        }

        var positional = attribute.AttributeConstructor!.Parameters.Zip(
            attribute.ConstructorArguments, (parameter, value) => Read(parameter.Name, value));
        var named = attribute.NamedArguments.Select(argument => Read(argument.Key, argument.Value));
        return positional.Concat(named).OfType<Argument>().ToArray();
    }

    /// <summary>The constants in an argument: its elements where it is an array.</summary>
    public static ImmutableArray<TypedConstant> Elements(TypedConstant value) =>
        value.Kind != TypedConstantKind.Array ? ImmutableArray.Create(value)
        : value.Values.IsDefault ? ImmutableArray<TypedConstant>.Empty
        : value.Values;

    private static bool Compiles(AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        if (attribute.AttributeConstructor is not { } constructor
            || constructor.Parameters.Length != attribute.ConstructorArguments.Length
            || attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax
            || syntax.ContainsDiagnostics)
        {
            return false;
        }

        // A property that does not exist is missing among the named arguments.
        var arguments = syntax.ArgumentList?.Arguments ?? default;
        return arguments.Count(argument => argument.NameEquals is not null) == attribute.NamedArguments.Length
            && arguments.All(argument => IsBound(argument.Expression, compilation, cancellation))
            && attribute.NamedArguments.All(argument => IsWhole(argument.Value))
            && constructor.Parameters.Zip(attribute.ConstructorArguments, (parameter, value) => IsWhole(value) && Fits(value, parameter.Type)).All(fits => fits);
    }

    // nameof has a value even where there is nothing of that name.
    private static bool IsBound(ExpressionSyntax expression, Compilation compilation, CancellationToken cancellation) =>
        expression is not InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" }, ArgumentList.Arguments: { Count: 1 } operands }
        || compilation.GetSemanticModel(expression.SyntaxTree).GetSymbolInfo(operands[0].Expression, cancellation) is { Symbol: not null } or { CandidateSymbols.IsEmpty: false };

    private static bool IsWhole(TypedConstant value) =>
        value.Kind != TypedConstantKind.Error && Elements(value).All(element => element.Kind != TypedConstantKind.Error);

    private static bool Fits(TypedConstant value, ITypeSymbol type) =>
        value.IsNull || SymbolEqualityComparer.Default.Equals(value.Type, type);

    /// <summary>One argument, or null where it is absent: a null text means that nothing was given.</summary>
    private static Argument? Read(string name, TypedConstant value)
    {
        if (value.IsNull)
        {
            return null;
        }

        var elements = Elements(value);
        var element = value.Type is IArrayTypeSymbol array ? array.ElementType : value.Type;
        return element?.SpecialType == SpecialType.System_String
            ? new Argument(name, EquatableArray<double>.Empty, new EquatableArray<string>(elements.Select(text => text.Value as string ?? string.Empty)))
            : new Argument(name, new EquatableArray<double>(elements.Select(Number)), EquatableArray<string>.Empty);
    }

    private static double Number(TypedConstant value) => value.Value switch
    {
        bool flag => flag ? 1 : 0,
        char letter => letter,
        IConvertible number and not string => number.ToDouble(CultureInfo.InvariantCulture),
        _ => double.NaN,
    };
}
