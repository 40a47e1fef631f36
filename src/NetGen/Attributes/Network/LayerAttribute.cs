using System;

namespace NetGen;

/// <summary>The base of every layer attribute.</summary>
public abstract class LayerAttribute : Attribute
{
    /// <summary>
    /// The name by which later layers, parameters and messages refer to this layer. Unless given it is the kind in
    /// lower case and a number, counted per kind: <c>dense1</c>, <c>dense2</c>, <c>relu1</c>.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>The name of the earlier layer or input that this layer consumes; unless given the layer before it.</summary>
    public string? From { get; set; }
}
