using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers;

/// <summary>What the layers of a network, or of a block in it, share while one graph is built: the names so far and, with all blocks, the graph and the parameters.</summary>
internal sealed class ModelScope
{
    private readonly Dictionary<string, LayerSource> _sources = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _allNames;
    private readonly ModelState _state;
    private LayerSource? _previous;

    /// <summary>The scope of a network.</summary>
    public ModelScope(NetworkDeclaration declaration, IReadOnlyList<string> allNames, bool training)
    {
        Network = declaration;
        Training = training;
        Prefix = ParameterPrefix = string.Empty;
        _allNames = allNames;
        _state = new ModelState(declaration.Layers.Count);
    }

    /// <summary>The scope of a block.</summary>
    /// <param name="block">The layer that is the block.</param>
    /// <param name="allNames">The names of its layers.</param>
    /// <param name="prefix">What stands before their names.</param>
    /// <param name="parameterPrefix">What stands before the names of their parameters, which are shared where that was there before.</param>
    public ModelScope(LayerScope block, IReadOnlyList<string> allNames, string prefix, string parameterPrefix)
    {
        var outer = block.Model;
        Network = outer.Network;
        Training = outer.Training;
        Block = block;
        Prefix = outer.Prefix + prefix;
        ParameterPrefix = outer.ParameterPrefix + parameterPrefix;
        _allNames = allNames;
        _state = outer._state;
    }

    /// <summary>The network whose graph is built, also where a block of it is lowered.</summary>
    public NetworkDeclaration Network { get; }

    public bool Training { get; }

    /// <summary>The layer that is the block which is lowered; null for the network itself.</summary>
    public LayerScope? Block { get; }

    /// <summary>What stands before the names of layers.</summary>
    public string Prefix { get; }

    /// <summary>What stands before the names of parameters.</summary>
    public string ParameterPrefix { get; }

    public GraphBuilder Builder => _state.Builder;

    public IReadOnlyList<ParameterInfo> Parameters => _state.Parameters;

    public IReadOnlyList<NonDifferentiableValue> NonDifferentiable => _state.NonDifferentiable;

    /// <summary>What is probably not meant.</summary>
    public IReadOnlyList<DeclarationError> Warnings => _state.Warnings;

    /// <summary>The layers that were lowered, those of blocks before the block.</summary>
    public IReadOnlyList<LayerInfo> Layers => _state.Layers;

    /// <summary>The number of a layer in the network: its place in the declaration or, in blocks, one behind all of them.</summary>
    public int TakePlace(int index) => Block is null ? index : _state.NextPlace++;

    public void Add(LayerInfo layer) => _state.Layers.Add(layer);

    public void Warn(DeclarationError warning) => _state.Warnings.Add(warning);

    public void MarkNonDifferentiable(LayerScope layer, Value value) =>
        _state.NonDifferentiable.Add(new NonDifferentiableValue(layer.ErrorLayer, layer.Describe(), value));

    /// <summary>Makes a value known to the layers after it.</summary>
    /// <param name="name">The name by which they find it.</param>
    /// <param name="source">The value.</param>
    public void Publish(string name, LayerSource source)
    {
        _sources[name] = source;
        _previous = source;
    }

    public LayerSource Previous(LayerScope consumer) =>
        _previous ?? throw consumer.Error(DiagnosticIds.NothingBefore, null, consumer.Describe());

    public LayerSource Find(string name, LayerScope consumer, string argument, int element = -1)
    {
        if (_sources.TryGetValue(name, out var source))
        {
            return source;
        }

        throw consumer.ElementError(Missing(name, consumer), argument, element, name, consumer.Describe(), Listed(_sources.Keys));
    }

    /// <summary>Why a name gives no value: what it names comes later, is an output or a loss, or is not there.</summary>
    private string Missing(string name, LayerScope consumer)
    {
        var places = Enumerable.Range(0, _allNames.Count).Where(place => _allNames[place] == name).ToArray();
        return places.Length == 0 ? DiagnosticIds.UnknownName
            : places[0] < consumer.Index ? DiagnosticIds.NoValue
            : DiagnosticIds.LaterName;
    }

    /// <summary>A parameter; one that a repetition of the same block had already is the same.</summary>
    public Value Parameter(LayerScope owner, ParameterInfo parameter)
    {
        if (Block is not null && _state.ByName.ContainsKey(parameter.Name))
        {
            return Builder.Parameter(parameter.Name, parameter.Shape);
        }

        var count = _state.ParameterCount + parameter.Shape.Count;
        if (count > MaximumParameters)
        {
            throw owner.Error(DiagnosticIds.TooLarge, null, owner.Describe(), parameter.Shape, parameter.Shape.Count, MaximumParameters);
        }

        _state.Add(parameter);
        return Builder.Parameter(parameter.Name, parameter.Shape);
    }

    /// <summary>A state as it is now: as it was before the pass, or as a layer before left it that shares it.</summary>
    public Value State(LayerScope owner, ParameterInfo state)
    {
        var value = Parameter(owner, state);
        return _state.NextStates.TryGetValue(state.Name, out var next) ? next : value;
    }

    public void SetNext(string state, Value next) => _state.NextStates[state] = next;

    /// <summary>Makes what became of the states results of the graph.</summary>
    public void AddStates()
    {
        foreach (var state in _state.Parameters.Where(parameter => _state.NextStates.ContainsKey(parameter.Name)))
        {
            Builder.Graph.AddResult(state.Name, ResultRole.NextState, _state.NextStates[state.Name]);
        }
    }

    public Value SharedParameter(LayerScope consumer, string layer, string suffix, string argument)
    {
        var name = $"{ParameterPrefix}{layer}.{suffix}";
        if (_state.ByName.TryGetValue(name, out var parameter))
        {
            return Builder.Parameter(name, parameter.Shape);
        }

        var id = _sources.ContainsKey(layer) ? DiagnosticIds.NothingToShare : Missing(layer, consumer);
        var owners = _state.Parameters
            .Where(candidate => candidate.Name.StartsWith(ParameterPrefix, StringComparison.Ordinal) && candidate.Name.EndsWith("." + suffix, StringComparison.Ordinal))
            .Select(candidate => candidate.Name.Substring(ParameterPrefix.Length, candidate.Name.Length - ParameterPrefix.Length - suffix.Length - 1))
            .Where(owner => !owner.Contains("."));
        throw consumer.Error(id, argument, layer, consumer.Describe(), Listed(owners));
    }

    private static string Listed(IEnumerable<string> names)
    {
        const int Most = 12;
        var some = names.Take(Most + 1).ToArray();
        return some.Length == 0 ? "none" : string.Join(", ", some.Take(Most)) + (some.Length > Most ? ", …" : string.Empty);
    }

    /// <summary>Gradients and optimiser state are one buffer each, and a managed buffer holds at most 2 GiB.</summary>
    private const long MaximumParameters = 1L << 28;
}
