using System;

namespace NetGen;

/// <summary>The Heaviside step: f(x) = 1 for x > 0, else 0. No gradient passes it, so no trainable layer of a network with a loss may lie before it.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ThresholdAttribute : LayerAttribute;
