using System;
using System.Collections.Generic;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers;

/// <summary>What is built of a network, its blocks included.</summary>
internal sealed class ModelState
{
    /// <summary>Behind the places of a network's own layers, so that a layer more does not change the random numbers of blocks before it.</summary>
    private const int FirstPlaceInBlocks = 1 << 16;

    private readonly List<ParameterInfo> _parameters = new();
    private readonly Dictionary<string, ParameterInfo> _byName = new(StringComparer.Ordinal);

    /// <param name="layers">How many layers the network itself declares.</param>
    public ModelState(int layers) => NextPlace = Math.Max(layers, FirstPlaceInBlocks);

    public GraphBuilder Builder { get; } = new(new ComputationGraph());

    public IReadOnlyList<ParameterInfo> Parameters => _parameters;

    public IReadOnlyDictionary<string, ParameterInfo> ByName => _byName;

    /// <summary>How many numbers the parameters are.</summary>
    public double ParameterCount { get; private set; }

    public List<NonDifferentiableValue> NonDifferentiable { get; } = new();

    public List<DeclarationError> Warnings { get; } = new();

    public List<LayerInfo> Layers { get; } = new();

    /// <summary>What states are after the layers so far, by name.</summary>
    public Dictionary<string, Value> NextStates { get; } = new(StringComparer.Ordinal);

    /// <summary>The number of the next layer in a block.</summary>
    public int NextPlace { get; set; }

    public void Add(ParameterInfo parameter)
    {
        _parameters.Add(parameter);
        _byName[parameter.Name] = parameter;
        ParameterCount += parameter.Shape.Count;
    }
}
