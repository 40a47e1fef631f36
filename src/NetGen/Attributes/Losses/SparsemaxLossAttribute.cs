using System;

namespace NetGen;

/// <summary>The loss whose gradient is sparsemax(x) − target: ½Σ_{j∈S}(xⱼ² − τ²) + ½‖target‖² − target·x, S being the support of sparsemax(x) and τ its threshold. Martins and Astudillo, 2016.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SparsemaxLossAttribute : LossLayerAttribute
{
    /// <summary>Whether the target is a class index or a distribution.</summary>
    public TargetKind TargetKind { get; set; }
}
