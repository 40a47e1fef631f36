using System;

namespace NetGen;

/// <summary>
/// The transpose of a convolution of images, by which an image grows, with a weight [channels, filters / groups, height, width], as PyTorch defines it:
/// every value x[c, p] adds x[c, p] · W[c, o, k] to y[o, p·stride + k·dilation − padding]. Height and width become
/// (size − 1)·stride − 2·padding + dilation·(kernel − 1) + output padding + 1.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConvTranspose2DAttribute : LayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="filters">The number of output channels.</param>
    /// <param name="kernel">The height and the width of a window, or one size for both.</param>
    public ConvTranspose2DAttribute(int filters, params int[] kernel) => (Filters, Kernel) = (filters, kernel);

    /// <summary>The number of output channels.</summary>
    public int Filters { get; }

    /// <summary>The height and the width of a window, or one size for both.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819", Justification = "Attribute arguments can only be arrays.")]
    public int[] Kernel { get; }

    /// <summary>From one window to the next, 1 unless said.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>The stride down and the stride across, in place of <see cref="Stride"/>.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819", Justification = "Attribute arguments can only be arrays.")]
    public int[]? Strides { get; set; }

    /// <summary>By how many values the result is cut before and after each axis.</summary>
    public int Padding { get; set; }

    /// <summary>What is cut above and below, and left and right, in place of <see cref="Padding"/>.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819", Justification = "Attribute arguments can only be arrays.")]
    public int[]? Paddings { get; set; }

    /// <summary>How many values the result is longer at the end of each axis; less than the stride or the dilation.</summary>
    public int OutputPadding { get; set; }

    /// <summary>How much longer it is down and across, in place of <see cref="OutputPadding"/>.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819", Justification = "Attribute arguments can only be arrays.")]
    public int[]? OutputPaddings { get; set; }

    /// <summary>From one value of a window to the next, 1 unless said.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>The dilation down and the dilation across, in place of <see cref="Dilation"/>.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819", Justification = "Attribute arguments can only be arrays.")]
    public int[]? Dilations { get; set; }

    /// <summary>In how many groups the channels are; each filter looks at the channels of one.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>Whether every channel is a group of its own; the number of filters is then a multiple of that of the channels.</summary>
    public bool Depthwise { get; set; }

    /// <summary>Whether a number is added to every channel.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// Whether a transposed 3×3 convolution of steps of one, and its gradient, may be computed by Winograd's minimal filtering F(2×2, 3×3), where that takes less time, which is between multiples of 16 channels: with 16 products for every four
    /// results in place of 36 (A. Lavin, S. Gray: Fast Algorithms for Convolutional Neural Networks, 2016). It rounds a little more, and what is infinite or NaN reaches all four, or all nine numbers of the gradient of a window; false sums as it stands.
    /// </summary>
    public bool Winograd { get; set; } = true;

    /// <summary>How the weight is drawn.</summary>
    public Init WeightInit { get; set; }

    /// <summary>The constant, deviation, bound or gain of <see cref="WeightInit"/>.</summary>
    public double WeightInitValue { get; set; } = 1;

    /// <summary>How the bias is drawn.</summary>
    public Init BiasInit { get; set; }

    /// <summary>The constant, deviation, bound or gain of <see cref="BiasInit"/>.</summary>
    public double BiasInitValue { get; set; } = 1;

    /// <summary>Adds L1 · Σ|w| over this layer's weight to the loss, in place of the network's.</summary>
    public double L1 { get; set; }

    /// <summary>Adds ½ · L2 · Σw² over this layer's weight to the loss, in place of the network's.</summary>
    public double L2 { get; set; }

    /// <summary>Whether training changes the parameters of this layer.</summary>
    public bool Trainable { get; set; } = true;
}
