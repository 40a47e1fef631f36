using System;

namespace NetGen;

/// <summary>
/// Group normalisation of [channels, …]: (x − mean) / √(variance + ε) over each group of consecutive channels and all axes behind them, with the biased
/// variance; then a weight and a bias for each channel. Wu and He, 2018.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GroupNormAttribute : LayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="groups">How many groups there are; divides the number of channels.</param>
    public GroupNormAttribute(int groups) => Groups = groups;

    /// <summary>How many groups there are; divides the number of channels.</summary>
    public int Groups { get; }

    /// <summary>What is added to the variance before its root is taken.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Whether the result is multiplied by a weight and a bias is added, one of each for every channel.</summary>
    public bool Affine { get; set; } = true;

    /// <summary>Whether training changes the parameters of this layer.</summary>
    public bool Trainable { get; set; } = true;
}
