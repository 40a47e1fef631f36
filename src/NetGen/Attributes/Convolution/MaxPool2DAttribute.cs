using System;

namespace NetGen;

/// <summary>
/// The greatest value of each window of each channel of an image [channels, height, width]. The gradient goes to the first of equals in reading
/// order. Padding counts as −∞. Height and width become ⌊(size + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MaxPool2DAttribute : LayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="kernel">The height and the width of a window, or one size for both.</param>
    public MaxPool2DAttribute(params int[] kernel) => Kernel = kernel;

    /// <summary>The height and the width of a window, or one size for both.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819", Justification = "Attribute arguments can only be arrays.")]
    public int[] Kernel { get; }

    /// <summary>From one window to the next, the size of the window unless said.</summary>
    public int Stride { get; set; }

    /// <summary>The stride down and the stride across, in place of <see cref="Stride"/>.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819", Justification = "Attribute arguments can only be arrays.")]
    public int[]? Strides { get; set; }

    /// <summary>How many values, at most half the window, are put before and after each axis.</summary>
    public int Padding { get; set; }

    /// <summary>The padding above and below, and that left and right, in place of <see cref="Padding"/>.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819", Justification = "Attribute arguments can only be arrays.")]
    public int[]? Paddings { get; set; }

    /// <summary>From one value of a window to the next, 1 unless said.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>The dilation down and the dilation across, in place of <see cref="Dilation"/>.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819", Justification = "Attribute arguments can only be arrays.")]
    public int[]? Dilations { get; set; }
}
