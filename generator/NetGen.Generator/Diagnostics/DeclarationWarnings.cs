using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Infrastructure;
using NetGen.Generator.Layers;

namespace NetGen.Generator.Diagnostics;

/// <summary>What is probably not meant in a declaration that is right.</summary>
internal static class DeclarationWarnings
{
    // Losses that apply an activation, its name, and the kinds of layers that would apply it before.
    private static readonly Dictionary<string, (string Activation, string[] Kinds)> AppliedByLoss = new(StringComparer.Ordinal)
    {
        ["SoftmaxCrossEntropy"] = ("softmax", new[] { "Softmax", "LogSoftmax" }),
        ["SparsemaxLoss"] = ("sparsemax", new[] { "Sparsemax" }),
        ["BinaryCrossEntropy"] = ("the sigmoid", new[] { "Sigmoid" }),
    };

    public static IEnumerable<DeclarationError> Of(NetworkModel model) =>
        ActivationsBeforeLosses(model).Concat(UnusedValues(model.Connections)).Concat(MissingBackward(model)).Concat(model.Warnings);

    private static IEnumerable<DeclarationError> ActivationsBeforeLosses(NetworkModel model)
    {
        var connections = model.Connections;
        // An output may be named as the layer that it names.
        var byName = connections.Where(connection => connection.HasValue).ToDictionary(connection => connection.Name, StringComparer.Ordinal);
        return
            from loss in connections
            where AppliedByLoss.ContainsKey(loss.Kind)
            let applied = AppliedByLoss[loss.Kind]
            let before = byName[loss.From[0]]
            where applied.Kinds.Contains(KindOfValue(model.Declaration.Layers[before.Layer]), StringComparer.Ordinal)
            select Warning(DiagnosticIds.LossAppliesActivation, before.Layer, loss.Describe(), applied.Activation, before.Describe());
    }

    // Of a block the kind of its last layer, which gives its value in all but odd cases.
    private static string KindOfValue(LayerDeclaration layer) =>
        layer.Block?.Network is { } block && block.Layers.LastOrDefault(inner => inner.Kind is not ("Output" or "Input") && LayerCatalogue.Kinds[inner.Kind] is not LossLayer) is { } last
            ? KindOfValue(last)
            : layer.Kind;

    // Of a chain that leads nowhere only the end: what comes before that is used.
    private static IEnumerable<DeclarationError> UnusedValues(IReadOnlyList<LayerConnection> connections)
    {
        var used = new HashSet<string>(connections.SelectMany(connection => connection.From), StringComparer.Ordinal);
        if (connections.All(connection => connection.HasValue))
        {
            used.Add(connections[connections.Count - 1].Name);
        }

        return connections
            .Where(connection => connection.HasValue && !used.Contains(connection.Name))
            .Select(connection => Warning(DiagnosticIds.UnusedValue, connection.Layer, connection.Describe()));
    }

    private static IEnumerable<DeclarationError> MissingBackward(NetworkModel model) =>
        model.GradientCuts.Take(model.Declaration.IsBlock ? 0 : 1).Select(cut => Warning(DiagnosticIds.NoBackward, cut.Layer, cut.Description, model.Declaration.Type.Name));

    private static DeclarationError Warning(string id, int layer, params string[] messageArguments) =>
        new(id, layer, null, -1, new EquatableArray<string>(messageArguments));
}
