using System;

namespace NetGen;

/// <summary>Mirrors images.</summary>
internal sealed class FlipStep(bool isVertical, double probability) : ImageStep
{
    public override void Apply<T>(ImagePixels<T> image, ref SampleRandom random)
    {
        if (!random.Chance(probability))
        {
            return;
        }

        var source = isVertical ? image.Copy() : default;
        for (var row = 0; row < image.Channels * image.Height; row++)
        {
            var (channel, y) = Math.DivRem(row, image.Height);
            if (isVertical)
            {
                source.Slice(((channel * image.Height) + image.Height - 1 - y) * image.Width, image.Width).CopyTo(image.Row(channel, y));
            }
            else
            {
                image.Row(channel, y).Reverse();
            }
        }
    }
}
