using System;

namespace NetGen;

/// <summary>
/// Batch normalisation of [channels, …]: (x − mean) / √(variance + ε) · weight + bias for each channel. In training, mean and biased variance are those
/// of the whole batch, samples and all axes behind the channels; every sample counts, whatever its weight in the loss. Prediction takes running ones, which each
/// step moves: running ← (1 − momentum) · running + momentum · that of the batch, the variance unbiased. They are saved with the weights. Ioffe and Szegedy, 2015.
/// </summary>
/// <remarks>
/// The next running values come with the gradients and are taken by <see cref="Optimizer"/>. A batch of a single number in each channel has the variance 0, and the
/// running variance takes it as 0. Behind a convolution or a dense layer, prediction costs nothing: the scale is put into the weights once for each version of them.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class BatchNormAttribute : LayerAttribute
{
    /// <summary>How much of the batch's mean and variance the running ones take in each step, from 0 to 1.</summary>
    public double Momentum { get; set; } = 0.1;

    /// <summary>What is added to the variance before its root is taken.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Whether the result is multiplied by a weight and a bias is added, one of each for every channel.</summary>
    public bool Affine { get; set; } = true;

    /// <summary>Whether training changes weight and bias. The running values change either way.</summary>
    public bool Trainable { get; set; } = true;
}
