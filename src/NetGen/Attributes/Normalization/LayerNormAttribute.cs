using System;

namespace NetGen;

/// <summary>
/// Layer normalisation: (x − mean) / √(variance + ε) · weight + bias over the last axes of a sample, with the biased variance. Ba, Kiros and Hinton, 2016.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LayerNormAttribute : LayerAttribute
{
    /// <summary>How many of the last axes are normalised together; weight and bias have their shape.</summary>
    public int Axes { get; set; } = 1;

    /// <summary>What is added to the variance before its root is taken.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Whether the result is multiplied by a weight and a bias is added, of the shape that is normalised.</summary>
    public bool Affine { get; set; } = true;

    /// <summary>Whether training changes the parameters of this layer.</summary>
    public bool Trainable { get; set; } = true;
}
