using System;

namespace NetGen;

/// <summary>f(x) = min(max(x + 3, 0), 6) / 6.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class HardSigmoidAttribute : LayerAttribute;
