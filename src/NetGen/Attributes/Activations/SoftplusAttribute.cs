using System;

namespace NetGen;

/// <summary>f(x) = ln(1 + e^(beta·x)) / beta.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SoftplusAttribute : LayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="beta">The sharpness, positive.</param>
    public SoftplusAttribute(double beta = 1) => Beta = beta;

    /// <summary>The sharpness, positive.</summary>
    public double Beta { get; }
}
