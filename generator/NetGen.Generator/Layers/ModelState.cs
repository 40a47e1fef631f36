using System;
using System.Collections.Generic;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers;

/// <summary>What is built of a network, its blocks included.</summary>
internal sealed class ModelState
{
    /// <param name="layers">How many layers the network itself declares.</param>
    public ModelState(int layers) => NextPlace = layers;

    public GraphBuilder Builder { get; } = new(new ComputationGraph());

    public List<ParameterInfo> Parameters { get; } = new();

    public List<NonDifferentiableValue> NonDifferentiable { get; } = new();

    public List<DeclarationError> Warnings { get; } = new();

    public List<LayerInfo> Layers { get; } = new();

    /// <summary>What states are after the layers so far, by name.</summary>
    public Dictionary<string, Value> NextStates { get; } = new(StringComparer.Ordinal);

    /// <summary>The number of the next layer in a block.</summary>
    public int NextPlace { get; set; }
}
