using System;

namespace NetGen;

/// <summary>The mean over all values of |prediction − target|.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MeanAbsoluteErrorAttribute : LossLayerAttribute;
