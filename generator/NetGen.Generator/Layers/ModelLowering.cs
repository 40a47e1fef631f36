using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers;

/// <summary>One walk over the layers of a declaration, which builds one graph.</summary>
internal sealed class ModelLowering
{
    private readonly NetworkDeclaration _declaration;
    private readonly IReadOnlyList<string> _names;
    private readonly List<LayerConnection> _connections = new();
    private readonly List<ColumnInfo> _inputs = new();
    private readonly List<(string Name, LayerSource Source)> _outputs = new();
    private readonly List<LayerSource> _consumedByLosses = new();
    private readonly LossLowering _losses;
    private LayerSource? _last;

    public ModelLowering(NetworkDeclaration declaration, IReadOnlyList<string> names, bool training)
    {
        _declaration = declaration;
        _names = names;
        Scope = new ModelScope(declaration, names, training);
        var inputs = names.Where((_, i) => declaration.Layers[i].Kind == "Input");
        _losses = new LossLowering(Scope.Builder, new HashSet<string>(inputs, StringComparer.Ordinal));
    }

    public ModelScope Scope { get; }

    public IReadOnlyList<LayerInfo> Layers => Scope.Layers;

    public IReadOnlyList<LayerConnection> Connections => _connections;

    public IReadOnlyList<ColumnInfo> Inputs => _inputs;

    public IReadOnlyList<ColumnInfo> Outputs { get; private set; } = Array.Empty<ColumnInfo>();

    public IReadOnlyList<ColumnInfo> Targets => _losses.Targets;

    public IReadOnlyList<LossInfo> Losses => _losses.Losses;

    public void Run()
    {
        for (var i = 0; i < _declaration.Layers.Count; i++)
        {
            var layer = LayerCatalogue.Kinds[_declaration.Layers[i].Kind];
            var scope = new LayerScope(Scope, i, _names[i], _declaration.Layers[i]);
            scope.Inputs = layer.Sources(scope);
            _connections.Add(new LayerConnection(
                i, scope.Name, layer.Kind, scope.Inputs.Select(input => input.Name).ToArray(), layer is not (LossLayer or Structure.OutputLayer)));
            Scope.Builder.Label = scope.Name;
            if (layer is LossLayer loss)
            {
                LowerLoss(loss, scope);
            }
            else
            {
                LowerLayer(layer, scope);
            }
        }

        _losses.AddTotal();
        Scope.AddStates();
        AddOutputs();
    }

    private void LowerLoss(LossLayer loss, LayerScope scope)
    {
        var valuesBefore = Scope.Builder.Graph.Values.Count;
        _consumedByLosses.Add(scope.Inputs[0]);
        _losses.Lower(loss, scope);
        LayerLowering.CheckSizes(scope, valuesBefore);
    }

    private void LowerLayer(Layer layer, LayerScope scope)
    {
        var source = LayerLowering.Lower(layer, scope);
        if (layer is Structure.OutputLayer)
        {
            AddOutput(scope.Declaration.Name ?? scope.Inputs[0].Name, source, scope);
            return;
        }

        if (layer is Structure.InputLayer)
        {
            _inputs.Add(new ColumnInfo(scope.Name, source.Value.Shape));
        }

        Scope.Publish(scope.LocalName, source);
        _last = source;
    }

    private void AddOutput(string name, LayerSource source, LayerScope scope)
    {
        if (_outputs.Any(output => output.Name == name))
        {
            throw scope.Error(DiagnosticIds.DuplicateName, scope.Declaration.Name is null ? null : "Name", name);
        }

        _outputs.Add((name, source));
    }

    private void AddOutputs()
    {
        if (_outputs.Count == 0)
        {
            var results = _consumedByLosses.Count > 0 ? _consumedByLosses.Distinct().ToList() : new List<LayerSource> { _last! };
            _outputs.AddRange(results.Select(source => (results.Count == 1 ? "output" : source.Name, source)));
        }

        Outputs = _outputs.Select(output => new ColumnInfo(output.Name, output.Source.Value.Shape)).ToArray();
        foreach (var (name, source) in _outputs)
        {
            Scope.Builder.Graph.AddResult(name, ResultRole.Output, source.Value);
        }
    }
}
