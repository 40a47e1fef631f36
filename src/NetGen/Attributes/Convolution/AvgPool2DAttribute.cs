using System;

namespace NetGen;

/// <summary>
/// The mean of each window of each channel of an image [channels, height, width]. Height and width become
/// ⌊(size + 2·padding − kernel) / stride⌋ + 1.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AvgPool2DAttribute : LayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="kernel">The height and the width of a window, or one size for both.</param>
    public AvgPool2DAttribute(params int[] kernel) => Kernel = kernel;

    /// <summary>The height and the width of a window, or one size for both.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819", Justification = "Attribute arguments can only be arrays.")]
    public int[] Kernel { get; }

    /// <summary>From one window to the next, the size of the window unless said.</summary>
    public int Stride { get; set; }

    /// <summary>The stride down and the stride across, in place of <see cref="Stride"/>.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819", Justification = "Attribute arguments can only be arrays.")]
    public int[]? Strides { get; set; }

    /// <summary>How many zeros, at most half the window, are put before and after each axis.</summary>
    public int Padding { get; set; }

    /// <summary>The padding above and below, and that left and right, in place of <see cref="Padding"/>.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819", Justification = "Attribute arguments can only be arrays.")]
    public int[]? Paddings { get; set; }

    /// <summary>Whether the padding counts: the sum is divided by the size of the window, not by how many of its values lie in the image.</summary>
    public bool CountPadding { get; set; } = true;
}
