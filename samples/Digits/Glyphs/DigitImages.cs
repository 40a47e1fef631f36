using System;
using System.Threading;
using System.Threading.Tasks;
using NetGen.Samples.Shared.Drawing;

namespace NetGen.Samples.Digits.Glyphs;

/// <summary>Images of handwritten-looking digits, 28 × 28 bytes each, with their labels: all ten equally often.</summary>
/// <param name="Pixels">The images, one after the other.</param>
/// <param name="Labels">The digit of each image.</param>
internal sealed record DigitImages(byte[] Pixels, int[] Labels)
{
    /// <summary>The height and width of an image in pixels.</summary>
    public const int Side = 28;

    private const int PixelCount = Side * Side;

    /// <summary>Makes images. The same arguments give the same bytes on every machine, whatever the number of its threads.</summary>
    /// <param name="count">How many images.</param>
    /// <param name="seed">Decides everything about them.</param>
    /// <param name="stream">Images of different streams have nothing in common, as those of training and test.</param>
    public static DigitImages Create(int count, ulong seed, ulong stream)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var images = new DigitImages(new byte[checked(count * PixelCount)], new int[count]);
        using var canvases = new ThreadLocal<Canvas>(() => new Canvas(Side));
        Parallel.For(0, count, image =>
        {
            var digit = image % 10;
            images.Labels[image] = digit;
            var random = new DrawingRandom(seed, stream, (ulong)image);
            Draw(digit, canvases.Value!, images.Pixels.AsSpan(image * PixelCount, PixelCount), ref random);
        });
        return images;
    }

    private static void Draw(int digit, Canvas canvas, Span<byte> pixels, ref DrawingRandom random)
    {
        var ways = Alphabet.WaysToWrite(digit);
        var glyph = ways[random.Choose(ways.Length)];
        var warp = new Warp(ref random);
        var radius = random.Uniform(0.6, 1.7);
        var softness = random.Uniform(1, 2);
        canvas.Clear();
        foreach (var stroke in glyph.Strokes)
        {
            var moved = new Point[stroke.Points.Length];
            for (var i = 0; i < moved.Length; i++)
            {
                moved[i] = warp.Move(stroke.Points[i], ref random);
            }

            DrawPolyline(canvas, stroke, moved, radius, softness);
        }

        canvas.Develop(pixels, strength: random.Uniform(150, 255), noise: random.Uniform(0, 24), ref random);
    }

    private static void DrawPolyline(Canvas canvas, Stroke stroke, Point[] moved, double radius, double softness)
    {
        Point? last = null;
        foreach (var point in stroke.Trace(moved))
        {
            if (last is { } from)
            {
                canvas.DrawLine(from, point, radius, softness);
            }

            last = point;
        }
    }
}
