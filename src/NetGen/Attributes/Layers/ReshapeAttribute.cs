using System;

namespace NetGen;

/// <summary>Gives a sample another shape with the same number of values, in the same order.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ReshapeAttribute : LayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="shape">The new size of each axis; one may be -1 and is then what remains.</param>
    public ReshapeAttribute(params int[] shape) => Shape = shape;

    /// <summary>The new size of each axis; one may be -1 and is then what remains.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819", Justification = "Attribute arguments can only be arrays.")]
    public int[] Shape { get; }
}
