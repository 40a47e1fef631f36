using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Declarations;

/// <summary>Finds the method that an attribute names and reads it as an expression.</summary>
internal static class FunctionReader
{
    /// <summary>The method by its name and, among several, by its number of parameters; null where there is none of that name.</summary>
    public static FunctionDeclaration? Read(
        INamedTypeSymbol network, string? name, int parameters, Compilation compilation, CancellationToken cancellation)
    {
        if (Find(network, name, parameters) is not { } method)
        {
            return null;
        }

        var reading = ExpressionReader.Read(method, compilation, cancellation);
        return new FunctionDeclaration(method.Name, method.Parameters.Length, reading.Function?.Body, reading.Failure);
    }

    /// <summary>Where the construct stands that keeps a method from being read.</summary>
    public static Location? Failure(
        INamedTypeSymbol network, string? name, int parameters, Compilation compilation, CancellationToken cancellation) =>
        Find(network, name, parameters) is { } method ? ExpressionReader.Read(method, compilation, cancellation).Location : null;

    private static IMethodSymbol? Find(INamedTypeSymbol network, string? name, int parameters)
    {
        var candidates = Scopes(network).SelectMany(scope => scope.GetMembers(name ?? string.Empty)).OfType<IMethodSymbol>().ToList();
        return candidates.Find(candidate => candidate.IsStatic && candidate.Parameters.Length == parameters) ?? candidates.FirstOrDefault();
    }

    /// <summary>Where a simple name is looked up: the class and its base classes, then those of the types around it.</summary>
    private static IEnumerable<INamedTypeSymbol> Scopes(INamedTypeSymbol network)
    {
        foreach (var scope in TypeReader.Containers(network).Prepend(network))
        {
            for (var type = scope; type is not null; type = type.BaseType)
            {
                yield return type;
            }
        }
    }
}
