using System;

namespace NetGen;

/// <summary>½‖prediction − target‖² of a sample: half the sum over its values of (prediction − target)², averaged over samples.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SquaredErrorAttribute : LossLayerAttribute;
