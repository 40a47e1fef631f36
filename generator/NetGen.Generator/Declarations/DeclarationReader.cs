using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Infrastructure;
using NetGen.Generator.Layers;

namespace NetGen.Generator.Declarations;

/// <summary>Reads a network's class and attributes into a declaration by value, whatever state the source is in.</summary>
internal static class DeclarationReader
{
    /// <summary>The declaration of a class, or null where it is no network the part is not the one that counts: a class with the attribute on several (an error of C#) is still one class. Never throws.</summary>
    public static NetworkDeclaration? Read(INamedTypeSymbol type, SyntaxNode part, Compilation compilation, CancellationToken cancellation)
    {
        try
        {
            return NetworkSymbol.Find(type, cancellation) is { } network && network.Part == part
                ? Read(network, compilation, cancellation)
                : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Unreadable(type, exception);
        }
    }

    public static NetworkDeclaration Read(NetworkSymbol network, Compilation compilation, CancellationToken cancellation) =>
        Read(network, compilation, new BlockReader(network.Type, compilation, cancellation), cancellation);

    /// <summary>The declaration of a network, also as a part of another.</summary>
    /// <param name="network">The class.</param>
    /// <param name="compilation">What it is compiled in.</param>
    /// <param name="blocks">Reads the networks that are parts of it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static NetworkDeclaration Read(NetworkSymbol network, Compilation compilation, BlockReader blocks, CancellationToken cancellation)
    {
        var arguments = ArgumentReader.Read(network.Attribute, compilation, cancellation);
        var errors = (Number(arguments, "IsBlock") != 0 ? Enumerable.Empty<DeclarationError>() : TypeRequirements.Errors(network, cancellation)).ToList();
        var layers = new List<LayerDeclaration>();
        var complete = arguments is not null && !NetworkSymbol.HasUnknownAttributes(network.Type);
        foreach (var attribute in network.Layers)
        {
            cancellation.ThrowIfCancellationRequested();
            if (ReadLayer(network.Type, attribute, compilation, blocks, cancellation) is { } layer)
            {
                layers.Add(layer);
                complete &= layer.Block is null or { Network: { IsIncomplete: false, Errors.Count: 0 } } or { Problem.Length: > 0 } or { Cycle.Length: > 0 };
            }
            else
            {
                complete = false;
            }
        }

        if (complete)
        {
            errors.AddRange(ArgumentRequirements.Errors(network, layers, cancellation));
        }

        return new NetworkDeclaration(
            TypeReader.Read(network.Type, network.Part, compilation),
            Number(arguments, "Precision") != 0,
            Number(arguments, "L1"),
            Number(arguments, "L2"),
            new EquatableArray<LayerDeclaration>(layers),
            new EquatableArray<DeclarationError>(errors),
            !complete,
            Number(arguments, "IsBlock") != 0);
    }

    private static LayerDeclaration? ReadLayer(
        INamedTypeSymbol network, AttributeData attribute, Compilation compilation, BlockReader blocks, CancellationToken cancellation)
    {
        if (ArgumentReader.Read(attribute, compilation, cancellation) is not { } arguments)
        {
            return null;
        }

        var kind = Kind(attribute.AttributeClass!);
        var function = LayerCatalogue.Kinds.TryGetValue(kind, out var layer) && layer.Function is var (argument, parameters)
            ? FunctionReader.Read(network, Text(arguments, argument), parameters, compilation, cancellation)
            : null;
        return new LayerDeclaration(
            kind,
            Text(arguments, "Name"),
            Text(arguments, "From"),
            new EquatableArray<Argument>(arguments.Where(candidate => candidate.Name is not ("Name" or "From"))),
            function,
            BlockReader.TypeOf(attribute) is { } block ? blocks.Read(block) : null);
    }

    /// <summary>The name of an attribute class without its ending; the full name of one that is not ours and only named as one of ours is.</summary>
    private static string Kind(INamedTypeSymbol attribute)
    {
        const string Ending = "Attribute";
        var name = attribute.Name;
        var kind = name.Length > Ending.Length && name.EndsWith(Ending, StringComparison.Ordinal) ? name.Substring(0, name.Length - Ending.Length) : name;
        return LayerCatalogue.Kinds.ContainsKey(kind) && !KnownTypes.IsOurs(attribute) ? attribute.ToDisplayString() : kind;
    }

    private static string? Text(IEnumerable<Argument> arguments, string name) =>
        arguments.Where(argument => argument.Name == name).SelectMany(argument => argument.Texts).FirstOrDefault();

    private static double Number(IEnumerable<Argument>? arguments, string name) =>
        arguments?.Where(argument => argument.Name == name).SelectMany(argument => argument.Numbers).FirstOrDefault() ?? 0;

    private static NetworkDeclaration Unreadable(INamedTypeSymbol type, Exception exception) =>
        new(
            new TypeDeclaration(string.Empty, string.Empty, type.MetadataName, EquatableArray<ContainingType>.Empty, EquatableArray<string>.Empty),
            IsDouble: false,
            L1: 0,
            L2: 0,
            EquatableArray<LayerDeclaration>.Empty,
            new EquatableArray<DeclarationError>(new[] { InternalError.From(exception) }));
}
