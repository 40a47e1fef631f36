using System;
using System.Numerics;

namespace NetGen;

/// <summary>The numbers of one image in a batch, as a step of an <see cref="ImagePipeline"/> sees them: channel by channel, row by row.</summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
public readonly ref struct ImagePixels<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal ImagePixels(Span<T> values, int channels, int height, int width, ImageMemory<T> memory)
    {
        Values = values;
        (Channels, Height, Width) = (channels, height, width);
        Memory = memory;
    }

    /// <summary>How many channels there are: 1 for grey, 3 for colours.</summary>
    public int Channels { get; }

    /// <summary>The height in pixels.</summary>
    public int Height { get; }

    /// <summary>The width in pixels.</summary>
    public int Width { get; }

    /// <summary>All numbers, <see cref="Channels"/> × <see cref="Height"/> × <see cref="Width"/>.</summary>
    public Span<T> Values { get; }

    internal ImageMemory<T> Memory { get; }

    /// <summary>The numbers of a channel.</summary>
    /// <param name="channel">Its number, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such channel.</exception>
    public Span<T> Channel(int channel) => Values.Slice(channel * Height * Width, Height * Width);

    /// <summary>The numbers of a row.</summary>
    /// <param name="channel">The number of its channel, from 0.</param>
    /// <param name="row">Its number from above, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Span<T> Row(int channel, int row) => (uint)row < (uint)Height
        ? Values.Slice(((channel * Height) + row) * Width, Width)
        : throw new ArgumentOutOfRangeException(nameof(row), row, $"Expected a row in [0, {Height}), found {row}.");

    /// <summary>A copy of <see cref="Values"/> as they are now, in memory that is used again: it holds until the step ends or asks for another.</summary>
    public ReadOnlySpan<T> Copy()
    {
        var copy = Memory.Values(Values.Length);
        Values.CopyTo(copy);
        return copy;
    }
}
