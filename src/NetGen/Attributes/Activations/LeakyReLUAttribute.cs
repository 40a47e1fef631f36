using System;

namespace NetGen;

/// <summary>f(x) = x for x > 0, else slope · x.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LeakyReLUAttribute : LayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="slope">The slope for negative x.</param>
    public LeakyReLUAttribute(double slope = 0.01) => Slope = slope;

    /// <summary>The slope for negative x.</summary>
    public double Slope { get; }
}
