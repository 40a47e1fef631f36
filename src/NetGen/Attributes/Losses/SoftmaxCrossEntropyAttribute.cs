using System;

namespace NetGen;

/// <summary>The cross-entropy between the target and the softmax of a vector of logits: −Σ targetⱼ · logsoftmax(x)ⱼ.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SoftmaxCrossEntropyAttribute : LossLayerAttribute
{
    /// <summary>Whether the target is a class index or a distribution.</summary>
    public TargetKind TargetKind { get; set; }
}
