using System;

namespace NetGen.Generator.Graph;

/// <summary>Windows that may reach beyond their axis.</summary>
/// <param name="WindowAxis">The axis of the view that counts windows.</param>
/// <param name="ElementAxis">The axis of the view that counts the elements of a window.</param>
/// <param name="Windows">The windows.</param>
/// <param name="Length">The length of the axis that they are of.</param>
internal sealed record ClippedWindows(int WindowAxis, int ElementAxis, Windows Windows, int Length);

/// <summary>
/// Windows along an axis: element j of window i is the element <c>Start + i·Stride + j·Dilation</c> of the axis. A negative
/// dilation walks a window backwards, as the gradient of a convolution does.
/// </summary>
/// <param name="Count">How many windows there are.</param>
/// <param name="Size">How many elements a window has.</param>
/// <param name="Stride">From one window to the next.</param>
/// <param name="Dilation">From one element of a window to the next.</param>
/// <param name="Start">The first element of the first window.</param>
internal sealed record Windows(int Count, int Size, int Stride, int Dilation, int Start)
{
    /// <summary>The lowest place on the axis that a window has.</summary>
    public long Lowest => Start + Math.Min(0, (Size - 1L) * Dilation);

    /// <summary>The highest place on the axis that a window has.</summary>
    public long Highest => Start + ((Count - 1L) * Stride) + Math.Max(0, (Size - 1L) * Dilation);

    /// <summary>The same windows with a step of 1 where there is no step, so that no number is larger than the axis.</summary>
    public Windows Normal => this with { Stride = Count == 1 ? 1 : Stride, Dilation = Size == 1 ? 1 : Dilation };

    /// <summary>At most so many windows have one and the same place; fewer where they lie further apart.</summary>
    public int Overlap => Math.Min(Count, Size);

    /// <summary>Whether every window lies on an axis of a length.</summary>
    public bool FitInto(int length) => Count > 0 && Size > 0 && Stride > 0 && Dilation != 0 && Lowest >= 0 && Highest < length;

    /// <summary>Whether the windows, one after the other, are an axis of a length.</summary>
    public bool ArePartsOf(int length) => Start == 0 && Dilation == 1 && (Count == 1 || Stride == Size) && (long)Count * Size == length;

    /// <summary>Whole windows along an axis, from its first element on.</summary>
    public static Windows Over(int length, int size, int stride, int dilation) =>
        new(((length - ((size - 1) * dilation) - 1) / stride) + 1, size, stride, dilation, 0);
}
