using System;
using System.Collections.Immutable;

namespace NetGen;

/// <summary>Shifts and scales each channel by fixed numbers.</summary>
internal sealed class NormalizeStep(ImmutableArray<double> mean, ImmutableArray<double> deviation) : ImageStep
{
    public override bool IsRandom => false;

    public override void Check(int channels, int height, int width)
    {
        if (channels != mean.Length)
        {
            throw new ArgumentException($"Expected images of as many channels as there are means to normalise with, {mean.Length}; found images of {channels}.");
        }
    }

    public override void Apply<T>(ImagePixels<T> image, ref SampleRandom random)
    {
        for (var channel = 0; channel < image.Channels; channel++)
        {
            PixelMath.Standardize(image.Channel(channel), T.CreateTruncating(mean[channel]), T.CreateTruncating(deviation[channel]));
        }
    }
}
