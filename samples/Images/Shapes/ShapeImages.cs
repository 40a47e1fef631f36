using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using NetGen.Samples.Shared.Drawing;

namespace NetGen.Samples.Images.Shapes;

/// <summary>Images of coloured shapes, 3 × 32 × 32 bytes each, with their labels: all ten equally often.</summary>
/// <param name="Pixels">The images, one after the other: all red, then green, then blue.</param>
/// <param name="Labels">The class of each image.</param>
internal sealed record ShapeImages(byte[] Pixels, int[] Labels)
{
    /// <summary>The height and width of an image in pixels.</summary>
    public const int Side = 32;

    /// <summary>Red, green and blue.</summary>
    public const int Channels = 3;

    private const int Area = Side * Side;

    // Points on each axis of a pixel, whose mean is its part of the shape.
    private const int Points = 3;

    /// <summary>The names of the classes.</summary>
    public static ImmutableArray<string> ClassNames { get; } = [.. Shape.All.Select(shape => shape.Name)];

    /// <summary>Makes images. The same arguments give the same bytes on every machine, whatever the number of its threads.</summary>
    /// <param name="count">How many images.</param>
    /// <param name="seed">Decides everything about them.</param>
    /// <param name="stream">Images of different streams have nothing in common, as those of training and test.</param>
    public static ShapeImages Create(int count, ulong seed, ulong stream)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var images = new ShapeImages(new byte[checked(count * Channels * Area)], new int[count]);
        Parallel.For(0, count, image =>
        {
            images.Labels[image] = image % Shape.All.Length;
            var random = new DrawingRandom(seed, stream, (ulong)image);
            Draw(Shape.All[images.Labels[image]], images.Pixels.AsSpan(image * Channels * Area, Channels * Area), ref random);
        });
        return images;
    }

    private static void Draw(Shape shape, Span<byte> pixels, ref DrawingRandom random)
    {
        // The ground goes from one colour to another like it, along a random direction.
        var ground = Colour.Draw(ref random);
        var other = Colour.Mix(ground, Colour.Draw(ref random), 0.4);
        var (slopeX, slopeY) = (random.Uniform(-1, 1) / Side, random.Uniform(-1, 1) / Side);
        var ink = Colour.DrawOn(Colour.Mix(ground, other, 0.5), ref random);
        var placement = new Placement(ref random);
        var noise = random.Uniform(0.01, 0.06);
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var part = Math.Clamp(0.5 + (slopeX * (x - (Side / 2))) + (slopeY * (y - (Side / 2))), 0, 1);
                var colour = Colour.Mix(Colour.Mix(ground, other, part), ink, Coverage(shape, placement, x, y));
                var place = (y * Side) + x;
                pixels[place] = Develop(colour.Red, noise, ref random);
                pixels[place + Area] = Develop(colour.Green, noise, ref random);
                pixels[place + (2 * Area)] = Develop(colour.Blue, noise, ref random);
            }
        }
    }

    private static double Coverage(Shape shape, Placement placement, int x, int y)
    {
        var inside = 0;
        for (var point = 0; point < Points * Points; point++)
        {
            var (u, v) = placement.ToShape(x + (((point % Points) + 0.5) / Points), y + (((point / Points) + 0.5) / Points));
            inside += shape.Contains(u, v) ? 1 : 0;
        }

        return (double)inside / (Points * Points);
    }

    private static byte Develop(double value, double noise, ref DrawingRandom random) =>
        (byte)Math.Clamp(Math.Floor(((value + (noise * random.Normal())) * 255) + 0.5), 0, 255);
}
