using System;

namespace NetGen;

/// <summary>f(x) = x for x > 0, else alpha · (eˣ − 1). Clevert, Unterthiner and Hochreiter, 2016.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ELUAttribute : LayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="alpha">The scale of the negative part.</param>
    public ELUAttribute(double alpha = 1) => Alpha = alpha;

    /// <summary>The scale of the negative part.</summary>
    public double Alpha { get; }
}
