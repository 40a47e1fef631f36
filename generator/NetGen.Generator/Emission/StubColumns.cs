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
    private readonly NameScope _names = new("workspace", "gradients", "seed", "capacity");
    private readonly string _real;

    public StubColumns(NetworkDeclaration declaration)
    {
        _real = declaration.IsDouble ? "double" : "float";
        var names = Names(declaration);
        var losses = declaration.Layers.Where(IsLoss).ToArray();
        var inputs = names.Where((_, i) => declaration.Layers[i].Kind == "Input").DefaultIfEmpty("input").ToArray();
        Inputs = Each(inputs);
        Targets = TargetsOf(losses);
        Outputs = Each(OutputNames(declaration, losses));
        OutputGradients = Each(OutputNames(declaration, losses).Select(name => name + ".gradient"));
        InputGradients = Each(inputs.Select(name => name + ".gradient"));
        var lossNames = names.Where((_, i) => IsLoss(declaration.Layers[i])).ToArray();
        Weights = Each(lossNames.Length == 1 ? ["sampleWeights"] : lossNames.Select(name => name + ".weights"));
        Predictions = Each(lossNames.Length == 1 ? ["prediction"] : lossNames.Select(name => name + ".prediction"));
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

    private IReadOnlyList<StubColumn> TargetsOf(IEnumerable<LayerDeclaration> losses) =>
        losses.Select((loss, i) => (loss, name: Text(loss, "Target") ?? (i == 0 ? "target" : "target" + Literals.Integer(i + 1))))
            .GroupBy(target => target.name, StringComparer.Ordinal)
            .Select(group => new StubColumn(IsClassIndex(group.First().loss) ? "int" : _real, Unique(group.Key)))
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

    private IReadOnlyList<StubColumn> Each(IEnumerable<string> names) => names.Select(name => new StubColumn(_real, Unique(name))).ToArray();

    private string Unique(string name) => _names.Unique(Identifiers.Camel(name));

    private static string? Text(LayerDeclaration layer, string argument) =>
        layer.Arguments.Where(candidate => candidate.Name == argument).SelectMany(candidate => candidate.Texts).FirstOrDefault();
}
