using System;

namespace NetGen;

/// <summary>An input of the network, by its shape per sample: <c>[Input(784)]</c>, <c>[Input(1, 28, 28)]</c> (channels, height, width).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InputAttribute : LayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="shape">The size of each axis of one sample, outermost first; the batch axis is not part of it.</param>
    public InputAttribute(params int[] shape) => Shape = shape;

    /// <summary>The size of each axis of one sample, outermost first; the batch axis is not part of it.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819", Justification = "Attribute arguments can only be arrays.")]
    public int[] Shape { get; }
}
