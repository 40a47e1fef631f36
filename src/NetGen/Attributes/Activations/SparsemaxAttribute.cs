using System;

namespace NetGen;

/// <summary>The Euclidean projection of x onto the probability simplex, over one axis. Martins and Astudillo, 2016.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SparsemaxAttribute : LayerAttribute
{
    /// <summary>The axis of a sample; negative counts from the last.</summary>
    public int Axis { get; set; } = -1;
}
