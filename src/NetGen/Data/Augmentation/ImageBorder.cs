using System;

namespace NetGen;

/// <summary>What lies around an image, where a step looks beyond its edges: a number, unless said otherwise 0.</summary>
public readonly record struct ImageBorder
{
    private ImageBorder(BorderKind kind, double value) => (Kind, Value) = (kind, value);

    /// <summary>The nearest pixel of the image.</summary>
    public static ImageBorder Nearest { get; } = new(BorderKind.Nearest, 0);

    /// <summary>The image as in mirrors along the middles of its outermost pixels: left of a, b, c lie c, b.</summary>
    public static ImageBorder Reflect { get; } = new(BorderKind.Reflect, 0);

    internal BorderKind Kind { get; }

    internal double Value { get; }

    /// <summary>The same number everywhere.</summary>
    /// <param name="value">The number, in every channel.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not within the range of <see cref="float"/>.</exception>
    public static ImageBorder Constant(double value) => new(BorderKind.Constant, Interval.Between(value, value, nameof(value), nameof(value)).Low);

    /// <summary>The place within the image that shows at a place, or −1 where that is the number.</summary>
    internal int Place(int place, int size)
    {
        if ((uint)place < (uint)size)
        {
            return place;
        }

        return Kind switch
        {
            BorderKind.Constant => -1,
            BorderKind.Nearest => place < 0 ? 0 : size - 1,
            _ => Mirror(place, size),
        };
    }

    private static int Mirror(int place, int size)
    {
        var period = 2 * (size - 1);
        if (period == 0)
        {
            return 0;
        }

        var within = ((place % period) + period) % period;
        return within < size ? within : period - within;
    }
}

/// <summary>The kinds of <see cref="ImageBorder"/>.</summary>
internal enum BorderKind
{
    Constant,
    Nearest,
    Reflect,
}
