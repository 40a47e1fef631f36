using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Layers;

namespace NetGen.Generator.Emission;

/// <summary>A column as a parameter.</summary>
internal sealed record StubColumn(string Type, string Name)
{
    public string ReadOnly => $"global::System.ReadOnlySpan<{Type}> {Name}";

    public string Writable => $"global::System.Span<{Type}> {Name}";
}

/// <summary>The columns of a network whose declaration is wrong, as far as the attributes alone tell: names and types of parameters.</summary>
internal sealed class StubColumns
{
    private static readonly string[] Taken = ["workspace", "gradients", "seed", "capacity"];

    private readonly string _real;

    public StubColumns(NetworkDeclaration declaration)
    {
        _real = declaration.IsDouble ? "double" : "float";
        var names = Names(declaration);
        var losses = declaration.Layers.Where(IsLoss).ToArray();
        var inputs = names.Where((_, i) => declaration.Layers[i].Kind == "Input").DefaultIfEmpty("input").ToArray();
        var predict = new NameScope(Taken);
        Inputs = Each(predict, inputs);
        var loss = predict.Block();
        var backward = new NameScope(Taken);
        Targets = TargetsOf(loss, losses);
        Outputs = Each(predict, OutputNames(declaration, losses));
        OutputGradients = Each(backward, OutputNames(declaration, losses).Select(name => name + ".gradient"));
        InputGradients = Each(backward, inputs.Select(name => name + ".gradient"));
        var lossNames = names.Where((_, i) => IsLoss(declaration.Layers[i])).ToArray();
        Weights = Each(loss, lossNames.Length == 1 ? ["sampleWeights"] : lossNames.Select(name => name + ".weights"));
        Predictions = Each(loss, lossNames.Length == 1 ? ["prediction"] : lossNames.Select(name => name + ".prediction"));
    }

    public bool HasLoss => Weights.Count > 0;

    public IReadOnlyList<StubColumn> Inputs { get; }

    public IReadOnlyList<StubColumn> Targets { get; }

    public IReadOnlyList<StubColumn> Outputs { get; }

    public IReadOnlyList<StubColumn> OutputGradients { get; }

    public IReadOnlyList<StubColumn> InputGradients { get; }

    public IReadOnlyList<StubColumn> Weights { get; }

    public IReadOnlyList<StubColumn> Predictions { get; }

    private static IReadOnlyList<string> Names(NetworkDeclaration declaration)
    {
        try
        {
            return LayerNames.Assign(declaration.Layers);
        }
        catch (DeclarationException)
        {
            return declaration.Layers.Select(layer => layer.Kind).ToArray();
        }
    }

    private static bool IsLoss(LayerDeclaration layer) => LayerCatalogue.Kinds.TryGetValue(layer.Kind, out var kind) && kind is LossLayer;

    private IReadOnlyList<StubColumn> TargetsOf(NameScope scope, IEnumerable<LayerDeclaration> losses) =>
        losses.Select((loss, i) => (loss, name: Text(loss, "Target") ?? (i == 0 ? "target" : "target" + Literals.Integer(i + 1))))
            .GroupBy(target => target.name, StringComparer.Ordinal)
            .Select(group => new StubColumn(IsClassIndex(group.First().loss) ? "int" : _real, Unique(scope, group.Key)))
            .ToArray();

    private static bool IsClassIndex(LayerDeclaration loss) =>
        ((LossLayer)LayerCatalogue.Kinds[loss.Kind]).HasTargetKind
        && loss.Arguments.Where(argument => argument.Name == "TargetKind").All(argument => argument.Numbers.All(number => number == 0));

    // Losses without From follow one and the same layer more often than not.
    private static IEnumerable<string> OutputNames(NetworkDeclaration declaration, IReadOnlyList<LayerDeclaration> losses)
    {
        var outputs = declaration.Layers.Where(layer => layer.Kind == "Output").Select((output, i) => output.Name ?? output.From ?? "output" + Literals.Integer(i + 1)).ToArray();
        var consumed = losses.Select(loss => loss.From ?? "output").Distinct(StringComparer.Ordinal).ToArray();
        return outputs.Length > 0 ? outputs : consumed.Length > 1 ? consumed : ["output"];
    }

    private IReadOnlyList<StubColumn> Each(NameScope scope, IEnumerable<string> names) =>
        names.Select(name => new StubColumn(_real, Unique(scope, name))).ToArray();

    private static string Unique(NameScope scope, string name) => scope.Unique(Identifiers.Camel(name));

    private static string? Text(LayerDeclaration layer, string argument) =>
        layer.Arguments.Where(candidate => candidate.Name == argument).SelectMany(candidate => candidate.Texts).FirstOrDefault();
}
