using System;

namespace NetGen;

/// <summary>fᵢ(x) = e^xᵢ / Σⱼ e^xⱼ over one axis.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SoftmaxAttribute : LayerAttribute
{
    /// <summary>The axis of a sample; negative counts from the last.</summary>
    public int Axis { get; set; } = -1;
}
