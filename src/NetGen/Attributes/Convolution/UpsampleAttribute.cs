using System;

namespace NetGen;

/// <summary>
/// Makes an image [channels, height, width] larger by whole factors, as PyTorch defines it: each value repeated, or what lies between values on a
/// straight line.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class UpsampleAttribute : LayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="scale">How many times as high and as wide the image becomes, or one factor for both.</param>
    public UpsampleAttribute(params int[] scale) => Scale = scale;

    /// <summary>How many times as high and as wide the image becomes, or one factor for both.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819", Justification = "Attribute arguments can only be arrays.")]
    public int[] Scale { get; }

    /// <summary>How new values come of old ones.</summary>
    public Interpolation Interpolation { get; set; }

    /// <summary>With <see cref="Interpolation.Bilinear"/>: whether the centres of the corners stay where they are; otherwise the edges do.</summary>
    public bool AlignCorners { get; set; }
}
