using System;

namespace NetGen;

/// <summary>Covers a square with a number.</summary>
internal sealed class CutOutStep(int size, double value, double probability) : ImageStep
{
    public override void Apply<T>(ImagePixels<T> image, ref SampleRandom random)
    {
        if (!random.Chance(probability))
        {
            return;
        }

        var (top, height) = Range(random.Integer(0, image.Height - 1), image.Height);
        var (left, width) = Range(random.Integer(0, image.Width - 1), image.Width);
        for (var channel = 0; channel < image.Channels; channel++)
        {
            for (var y = top; y < top + height; y++)
            {
                image.Row(channel, y).Slice(left, width).Fill(T.CreateTruncating(value));
            }
        }
    }

    private (int First, int Count) Range(int middle, int length)
    {
        var first = middle - (size / 2);
        var end = (int)Math.Min((long)first + size, length);
        return (Math.Max(first, 0), end - Math.Max(first, 0));
    }
}
