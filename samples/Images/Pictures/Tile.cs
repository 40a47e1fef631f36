using System;
using System.Linq;

namespace NetGen.Samples.Images.Pictures;

/// <summary>One small image of a picture: numbers from 0 (black) to 1, one channel or three.</summary>
/// <param name="Name">What is written below it.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Values">The numbers, channel by channel, row by row.</param>
/// <param name="Channels">1 for grey, 3 for red, green and blue.</param>
internal sealed record Tile(string Name, int Width, float[] Values, int Channels)
{
    // So many steps from dark to bright are as many as one tells apart, and keep a picture small.
    private const int Steps = 32;

    /// <summary>Its height in pixels.</summary>
    public int Height => Values.Length / Channels / Width;

    /// <summary>A tile whose least number is black and whose greatest is white; one of equal numbers is grey.</summary>
    public static Tile Stretched(string name, int width, float[] values, int channels)
    {
        var (low, high) = (values.Min(), values.Max());
        return new Tile(name, width, Array.ConvertAll(values, value => high > low ? (value - low) / (high - low) : 0.5f), channels);
    }

    /// <summary>The colour of a pixel as SVG writes it.</summary>
    public string Colour(int row, int column)
    {
        var (place, area) = ((row * Width) + column, Width * Height);
        var levels = Enumerable.Range(0, 3).Select(channel => Level(Values[place + (Math.Min(channel, Channels - 1) * area)]));
        return $"#{string.Concat(levels.Select(level => level.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)))}";
    }

    private static int Level(float value) => (int)MathF.Round(MathF.Round(Math.Clamp(value, 0, 1) * (Steps - 1)) * 255 / (Steps - 1));
}
