using System;

namespace NetGen;

/// <summary>
/// The loss whose gradient is sparsemax(x) − target: ½Σ_{j∈S}(xⱼ² − τ²) + ½‖target‖² − target·x, S being the support of
/// sparsemax(x) and τ its threshold. Martins and Astudillo, 2016. Their multi-label loss is this one with
/// <see cref="TargetKind.Distribution"/> and the uniform distribution over the labels of a sample as its target: 1/k for each of its k
/// labels, 0 for the others.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SparsemaxLossAttribute : LossLayerAttribute
{
    /// <summary>Whether the target is a class index or a distribution.</summary>
    public TargetKind TargetKind { get; set; }
}
