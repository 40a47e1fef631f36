using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Structure;

/// <summary>The layers of another network, lowered in the place of the block.</summary>
internal sealed class BlockLayer : Layer
{
    private const int MostRepetitions = 1000;

    // The argument that names what the inputs take.
    private const string Inputs = "inputs";

    /// <summary>What the inputs of the block's network take: one that is not named takes the layer before.</summary>
    public override IReadOnlyList<LayerSource> Sources(LayerScope scope)
    {
        var network = Network(scope);
        Names(network);
        var inputs = network.Layers.Count(layer => layer.Kind == "Input");
        var names = scope.Texts(Inputs);
        if (names.Count == 0 && inputs == 1)
        {
            return new[] { scope.DefaultSource() };
        }

        if (names.Count != inputs)
        {
            throw scope.Error(DiagnosticIds.BlockInputs, names.Count == 0 ? null : Inputs, scope.Describe(), inputs, names.Count);
        }

        scope.MarkUseless("From", "the inputs are named");
        return names.Select((name, place) => scope.Source(name, Inputs, place)).ToArray();
    }

    public override Value Lower(LayerScope scope)
    {
        var repetitions = scope.Positive("Repeat", 1);
        if (repetitions > MostRepetitions)
        {
            throw scope.Error(DiagnosticIds.ArgumentOutOfRange, "Repeat", scope.Describe("Repeat"), $"at most {MostRepetitions}", repetitions);
        }

        if (repetitions == 1)
        {
            scope.MarkUseless("Shared", "the block stands there once");
        }

        var sources = scope.Inputs;
        for (var i = 0; i < repetitions; i++)
        {
            var prefix = repetitions == 1 ? $"{scope.LocalName}." : string.Format(CultureInfo.InvariantCulture, "{0}.{1}.", scope.LocalName, i);
            var value = Once(scope, sources, i, prefix, scope.Flag("Shared") ? $"{scope.LocalName}." : prefix);
            sources = new[] { new LayerSource(scope.Name, Kind, value) };
        }

        return sources[0].Value;
    }

    private static Value Once(LayerScope scope, IReadOnlyList<LayerSource> sources, int repetition, string prefix, string parameterPrefix)
    {
        var network = Network(scope);
        try
        {
            var names = Names(network);
            var model = new ModelScope(scope, names, prefix, parameterPrefix);
            var outputs = new List<Value>();
            var (last, losses, inputs) = ((Value?)null, new List<Value>(), new Queue<LayerSource>(sources));
            for (var i = 0; i < names.Count; i++)
            {
                var layer = LayerCatalogue.Kinds[network.Layers[i].Kind];
                var inner = new LayerScope(model, i, names[i], network.Layers[i]);
                if (layer is InputLayer)
                {
                    model.Publish(names[i], Input(scope, inner, inputs, repetition));
                    continue;
                }

                inner.Inputs = layer.Sources(inner);
                model.Builder.Label = inner.Name;
                if (layer is LossLayer)
                {
                    losses.Add(inner.Input);
                }
                else if (layer is OutputLayer)
                {
                    outputs.Add(inner.Input);
                }
                else
                {
                    var source = LayerLowering.Lower(layer, inner);
                    model.Publish(names[i], source);
                    last = source.Value;
                }
            }

            return Output(scope, outputs.Count > 0 ? outputs : losses.Count > 0 ? losses : new List<Value> { last! });
        }
        catch (DeclarationException exception) when (exception.Error.Layer == scope.ErrorLayer && exception.Error.Argument is null && IsWrongItself(network))
        {
            exception.IsElsewhere = true;
            throw;
        }
    }

    private static LayerSource Input(LayerScope scope, LayerScope input, Queue<LayerSource> sources, int repetition)
    {
        // A network may have two inputs and a repetition, which has one output.
        if (sources.Count == 0)
        {
            throw scope.Error(DiagnosticIds.BlockInputs, "Repeat", scope.Describe(), scope.Inputs.Count, 1);
        }

        var source = sources.Dequeue();
        var shape = InputLayer.ShapeOf(input);
        if (source.Value.Shape.Equals(shape))
        {
            return source;
        }

        var found = new object[] { scope.Describe(), shape, input.LocalName, source.Describe(), source.Value.Shape };
        throw repetition > 0 ? scope.Error(DiagnosticIds.BlockDoesNotFit, "Repeat", found)
            : scope.Texts(Inputs).Count > 0 ? scope.ElementError(DiagnosticIds.BlockDoesNotFit, Inputs, scope.Inputs.Count - sources.Count - 1, found)
            : scope.Error(DiagnosticIds.BlockDoesNotFit, ErrorLocator.TypeArgument, found);
    }

    private static Value Output(LayerScope scope, IReadOnlyList<Value> outputs) => outputs.Distinct().Count() == 1
        ? outputs[0]
        : throw scope.Error(DiagnosticIds.NotABlock, ErrorLocator.TypeArgument, scope.Declaration.Block!.TypeName, $"it has {outputs.Count} outputs, and a block has one");

    private static NetworkDeclaration Network(LayerScope scope)
    {
        var block = scope.Declaration.Block;
        return block is { Cycle.Length: > 0 } ? throw scope.Error(DiagnosticIds.ContainsItself, ErrorLocator.TypeArgument, $"'{block.TypeName}'", scope.Model.Network.Type.Name, block.Cycle)
            : block?.Network ?? throw scope.Error(DiagnosticIds.NotABlock, ErrorLocator.TypeArgument, block?.TypeName ?? "?", block?.Problem ?? "it is no class");
    }

    // What is wrong with the declaration as a whole its own class says.
    private static IReadOnlyList<string> Names(NetworkDeclaration network)
    {
        try
        {
            ModelBuilder.CheckKinds(network);
            return LayerNames.Assign(network.Layers);
        }
        catch (DeclarationException exception)
        {
            exception.IsElsewhere = true;
            throw;
        }
    }

    private static bool IsWrongItself(NetworkDeclaration network)
    {
        try
        {
            ModelBuilder.Build(network);
            return false;
        }
        catch (DeclarationException)
        {
            return true;
        }
    }
}
