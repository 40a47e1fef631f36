using System;

namespace NetGen;

/// <summary>
/// Parametric ReLU: f(x) = x for x > 0, else a · x with a learned slope a. He, Zhang, Ren and Sun, 2015.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PReLUAttribute : LayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="slopes">1 for one slope shared by all values, or the size of the first axis for one slope each.</param>
    public PReLUAttribute(int slopes = 1) => Slopes = slopes;

    /// <summary>1 for one slope shared by all values, or the size of the first axis for one slope each.</summary>
    public int Slopes { get; }

    /// <summary>The slope before training.</summary>
    public double InitialSlope { get; set; } = 0.25;

    /// <summary>Whether training changes the slopes.</summary>
    public bool Trainable { get; set; } = true;
}
