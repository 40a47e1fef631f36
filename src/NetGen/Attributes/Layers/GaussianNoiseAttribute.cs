using System;

namespace NetGen;

/// <summary>Adds noise from N(0, deviation²) while training; nothing happens in prediction.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GaussianNoiseAttribute : LayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="deviation">The standard deviation of the noise, not negative.</param>
    public GaussianNoiseAttribute(double deviation) => Deviation = deviation;

    /// <summary>The standard deviation of the noise, not negative.</summary>
    public double Deviation { get; }
}
