using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Emission;
using NetGen.Generator.Infrastructure;
using NetGen.Generator.Layers;
using NetGen.Generator.Planning;

namespace NetGen.Generator;

/// <summary>A network as C#, or what is wrong with it.</summary>
/// <param name="HintName">The name of the generated file.</param>
/// <param name="Source">The file, empty where there is nothing to add to the class.</param>
/// <param name="Errors">The errors that the cheap stages find; the analyzer runs these too and places them.</param>
/// <param name="LateErrors">The errors of the stages that only the generator runs, so that nobody else can report them.</param>
internal sealed record CompiledNetwork(
    string HintName, string Source, EquatableArray<DeclarationError> Errors, EquatableArray<DeclarationError> LateErrors);

/// <summary>What the cheap stages make of a declaration: a model, or errors.</summary>
internal sealed record CheckedNetwork(NetworkModel? Model, IReadOnlyList<DeclarationError> Errors);

/// <summary>The way from a declaration to C#. Never throws.</summary>
internal static class NetworkCompiler
{
    /// <summary>
    /// From this many activations of one sample on, the memory is planned to see whether it can be addressed. Less always can:
    /// gradients and padding together multiply it by far less than the 128 that are missing to <see cref="int.MaxValue"/>.
    /// </summary>
    private const long ManyActivations = 1 << 24;

    private static readonly IReadOnlyList<DeclarationError> None = Array.Empty<DeclarationError>();

    /// <summary>Everything.</summary>
    public static CompiledNetwork Compile(NetworkDeclaration declaration)
    {
        var network = Check(declaration);
        if (declaration.IsBlock)
        {
            return new CompiledNetwork(
                GeneratedFiles.HintName(declaration.Type), string.Empty, new EquatableArray<DeclarationError>(network.Errors), EquatableArray<DeclarationError>.Empty);
        }

        if (network.Model is null)
        {
            return Stub(declaration, network.Errors, None);
        }

        try
        {
            return new CompiledNetwork(
                GeneratedFiles.HintName(declaration.Type),
                NetworkEmitter.Emit(NetworkPlan.Of(network.Model)),
                EquatableArray<DeclarationError>.Empty,
                EquatableArray<DeclarationError>.Empty);
        }
        catch (DeclarationException exception)
        {
            return Stub(declaration, None, new[] { exception.Error });
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Stub(declaration, None, new[] { InternalError.From(exception) });
        }
    }

    /// <summary>The cheap stages: those that find what is wrong with a declaration. The memory is planned only where it is huge.</summary>
    public static CheckedNetwork Check(NetworkDeclaration declaration)
    {
        if (declaration.IsIncomplete || declaration.Errors.Count > 0)
        {
            return new CheckedNetwork(null, declaration.IsIncomplete ? None : declaration.Errors);
        }

        if (BlockOfTooManyLayers(declaration) is { } error)
        {
            return new CheckedNetwork(null, new[] { error });
        }

        try
        {
            var model = ModelBuilder.Build(declaration);
            if (!declaration.IsBlock && model.Training.Values.Sum(value => (long)value.Shape.Count) > ManyActivations)
            {
                NetworkPlan.Of(model);
            }

            return new CheckedNetwork(model, None);
        }
        catch (DeclarationException exception)
        {
            return new CheckedNetwork(null, exception.IsElsewhere ? None : new[] { exception.Error });
        }
        catch (NetworkTooLargeException)
        {
            return new CheckedNetwork(null, new[] { TooLarge(declaration) });
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new CheckedNetwork(null, new[] { InternalError.From(exception) });
        }
    }

    // Lowering would not come to an end.
    private static DeclarationError? BlockOfTooManyLayers(NetworkDeclaration declaration)
    {
        if (declaration.LayerCount <= BlockReader.MostLayers || declaration.Layers.FirstOrDefault(layer => layer.Block?.Network is not null) is null)
        {
            return null;
        }

        var most = declaration.Layers.OrderByDescending(layer => (layer.Block?.Network?.LayerCount ?? 0) * layer.Repetitions).First();
        var messageArguments = new[] { most.Block!.TypeName, FormattableString.Invariant($"the network has more than {BlockReader.MostLayers:N0} layers with its repetitions") };
        return new DeclarationError(
            DiagnosticIds.NotABlock, declaration.Layers.ToList().IndexOf(most), ErrorLocator.TypeArgument, -1, new EquatableArray<string>(messageArguments));
    }

    private static CompiledNetwork Stub(
        NetworkDeclaration declaration, IReadOnlyList<DeclarationError> errors, IReadOnlyList<DeclarationError> lateErrors) =>
        new(
            GeneratedFiles.HintName(declaration.Type),
            StubEmitter.Emit(declaration, errors.Concat(lateErrors).ToArray()) ?? string.Empty,
            new EquatableArray<DeclarationError>(errors),
            new EquatableArray<DeclarationError>(lateErrors));

    private static DeclarationError TooLarge(NetworkDeclaration declaration)
    {
        var most = Literals.Integer(int.MaxValue);
        return DeclarationError.OfClass(
            DiagnosticIds.TooLarge, $"Network '{declaration.Type.Name}'", "the activations and gradients of one sample", $"more than {most}", most);
    }
}
