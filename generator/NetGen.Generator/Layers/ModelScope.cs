using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers;

/// <summary>What the layers of a network share while one graph is built: the names so far and the parameters.</summary>
internal sealed class ModelScope
{
    private readonly Dictionary<string, LayerSource> _sources = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _allNames;
    private readonly List<ParameterInfo> _parameters = new();
    private readonly List<NonDifferentiableValue> _nonDifferentiable = new();
    private readonly List<DeclarationError> _warnings = new();
    private LayerSource? _previous;

    public ModelScope(NetworkDeclaration declaration, IReadOnlyList<string> allNames, bool training)
    {
        Declaration = declaration;
        Training = training;
        _allNames = allNames;
        Builder = new GraphBuilder(new ComputationGraph());
    }

    public NetworkDeclaration Declaration { get; }

    public bool Training { get; }

    public GraphBuilder Builder { get; }

    public IReadOnlyList<ParameterInfo> Parameters => _parameters;

    public IReadOnlyList<NonDifferentiableValue> NonDifferentiable => _nonDifferentiable;

    /// <summary>What is probably not meant.</summary>
    public IReadOnlyList<DeclarationError> Warnings => _warnings;

    public void Warn(DeclarationError warning) => _warnings.Add(warning);

    public void MarkNonDifferentiable(LayerScope layer, Value value) =>
        _nonDifferentiable.Add(new NonDifferentiableValue(layer.Index, layer.Describe(), value));

    /// <summary>Makes a value known to the layers after it.</summary>
    public void Publish(LayerSource source)
    {
        _sources[source.Name] = source;
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

    public Value Parameter(LayerScope owner, ParameterInfo parameter)
    {
        var count = _parameters.Sum(other => (double)Math.Min(other.Shape.Count, MaximumParameters)) + parameter.Shape.Count;
        if (count > MaximumParameters)
        {
            throw owner.Error(DiagnosticIds.TooLarge, null, owner.Describe(), parameter.Shape, parameter.Shape.Count, MaximumParameters);
        }

        _parameters.Add(parameter);
        return Builder.Parameter(parameter.Name, parameter.Shape);
    }

    public Value SharedParameter(LayerScope consumer, string layer, string suffix, string argument)
    {
        var name = $"{layer}.{suffix}";
        var parameter = _parameters.Find(candidate => candidate.Name == name);
        if (parameter is not null)
        {
            return Builder.Parameter(name, parameter.Shape);
        }

        var id = _sources.ContainsKey(layer) ? DiagnosticIds.NothingToShare : Missing(layer, consumer);
        var owners = _parameters.Where(candidate => candidate.Name.EndsWith("." + suffix, StringComparison.Ordinal))
            .Select(candidate => candidate.Name.Substring(0, candidate.Name.Length - suffix.Length - 1));
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
