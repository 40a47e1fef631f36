using System;

namespace NetGen;

/// <summary>The mean over all values of ½d² for |d| ≤ delta, else delta · (|d| − ½delta), with d = prediction − target. Huber, 1964.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class HuberAttribute : LossLayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="delta">Where the square gives way to the straight line, positive.</param>
    public HuberAttribute(double delta = 1) => Delta = delta;

    /// <summary>Where the square gives way to the straight line, positive.</summary>
    public double Delta { get; }
}
