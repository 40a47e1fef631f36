using System;

namespace NetGen;

/// <summary>
/// Instance normalisation of [channels, …]: (x − mean) / √(variance + ε) over all axes behind each channel, with the biased variance. Ulyanov, Vedaldi and
/// Lempitsky, 2016.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InstanceNormAttribute : LayerAttribute
{
    /// <summary>What is added to the variance before its root is taken.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Whether each channel is multiplied by a weight and a bias is added.</summary>
    public bool Affine { get; set; }

    /// <summary>Whether training changes the parameters of this layer.</summary>
    public bool Trainable { get; set; } = true;
}
