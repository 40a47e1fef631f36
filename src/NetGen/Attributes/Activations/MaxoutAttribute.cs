using System;

namespace NetGen;

/// <summary>The maximum over groups of consecutive values of the last axis, which shrinks by the factor <c>pieces</c>; the first of equal values wins. Goodfellow and others, 2013.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MaxoutAttribute : LayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="pieces">The number of values in a group; it must divide the last axis.</param>
    public MaxoutAttribute(int pieces) => Pieces = pieces;

    /// <summary>The number of values in a group; it must divide the last axis.</summary>
    public int Pieces { get; }
}
