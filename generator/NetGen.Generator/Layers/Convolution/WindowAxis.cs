using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Convolution;

/// <summary>How windows go along one axis of an image.</summary>
/// <param name="Length">The size of the axis.</param>
/// <param name="Kernel">How many values a window has.</param>
/// <param name="Stride">From one window to the next.</param>
/// <param name="Dilation">From one value of a window to the next.</param>
/// <param name="Before">The padding before the axis.</param>
/// <param name="After">The padding after it.</param>
internal sealed record WindowAxis(int Length, int Kernel, int Stride, int Dilation, int Before, int After)
{
    /// <summary>The size of the axis with its padding.</summary>
    public long Padded => (long)Before + Length + After;

    /// <summary>From the first value of a window to its last, both included.</summary>
    public long Extent => ((Kernel - 1L) * Dilation) + 1;

    /// <summary>The windows along the padded axis.</summary>
    public Windows Windows => Windows.Over((int)Padded, Kernel, Stride, Dilation);

    /// <summary>With as much padding that there is a window for every step of the stride, the odd one at the end.</summary>
    public WindowAxis Same()
    {
        var count = ((Length - 1) / Stride) + 1;
        var padding = (int)System.Math.Min(int.MaxValue, System.Math.Max(0, ((count - 1L) * Stride) + Extent - Length));
        return this with { Before = padding / 2, After = padding - (padding / 2) };
    }
}
