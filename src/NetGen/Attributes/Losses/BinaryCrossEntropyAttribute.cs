using System;

namespace NetGen;

/// <summary>The mean over all values of the cross-entropy between a target in [0, 1] and the sigmoid of a logit: ln(1 + eˣ) − target · x.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class BinaryCrossEntropyAttribute : LossLayerAttribute;
