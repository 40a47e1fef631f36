using System;

namespace NetGen;

/// <summary>
/// Puts a number, zero unless said, around an image [channels, height, width] or a signal [channels, length].
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PadAttribute : LayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="sides">One number: on every side of every axis behind the channels. One for each such axis: on both its sides. Two for each: before and after it, as top, bottom, left, right.</param>
    public PadAttribute(params int[] sides) => Sides = sides;

    /// <summary>One number: on every side of every axis behind the channels. One for each such axis: on both its sides. Two for each: before and after it, as top, bottom, left, right.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819", Justification = "Attribute arguments can only be arrays.")]
    public int[] Sides { get; }

    /// <summary>The number.</summary>
    public double Value { get; set; }
}
