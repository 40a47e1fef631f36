using System;

namespace NetGen;

/// <summary>f(x) = 1 / (1 + e⁻ˣ).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SigmoidAttribute : LayerAttribute;
