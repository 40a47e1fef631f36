using System;

namespace NetGen;

/// <summary>f(x) = x / (1 + e⁻ˣ), also known as Swish.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SiLUAttribute : LayerAttribute;
