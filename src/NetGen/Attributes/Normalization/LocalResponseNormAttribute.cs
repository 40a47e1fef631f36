using System;

namespace NetGen;

/// <summary>
/// Local response normalisation of [channels, …]: x / (K + Alpha · mean of x² over the neighbouring channels)^Beta, where channels that there are not count
/// as zero, as PyTorch defines it. Krizhevsky, Sutskever and Hinton, 2012.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LocalResponseNormAttribute : LayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="size">How many neighbouring channels are taken together; half of them, rounded down, come before the channel.</param>
    public LocalResponseNormAttribute(int size) => Size = size;

    /// <summary>How many neighbouring channels are taken together.</summary>
    public int Size { get; }

    /// <summary>The factor of the mean.</summary>
    public double Alpha { get; set; } = 1e-4;

    /// <summary>The exponent.</summary>
    public double Beta { get; set; } = 0.75;

    /// <summary>What is added to the mean; positive.</summary>
    public double K { get; set; } = 1;
}
