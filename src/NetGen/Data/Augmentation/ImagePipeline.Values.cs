using System;
using System.Collections.Immutable;

namespace NetGen;

public sealed partial class ImagePipeline
{
    /// <summary>Makes images brighter or darker: adds a random number to all values.</summary>
    /// <param name="amount">The number at most, with either sign.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or not finite.</exception>
    public ImagePipeline Brightness(double amount) => Then(new BrightnessStep(Interval.Around(amount, nameof(amount))));

    /// <summary>Changes the contrast of images: multiplies the distance of each value from the mean of its image by a random factor.</summary>
    /// <param name="low">The least factor; below 1 the contrast becomes less.</param>
    /// <param name="high">The greatest factor.</param>
    /// <exception cref="ArgumentOutOfRangeException">A factor is negative or not finite, or the greatest less than the least.</exception>
    public ImagePipeline Contrast(double low, double high)
    {
        Require.NonNegative(low);
        return Then(new ContrastStep(Interval.Between(low, high, nameof(low), nameof(high))));
    }

    /// <summary>Adds to each value a random number from the normal distribution.</summary>
    /// <param name="deviation">The standard deviation of the numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The deviation is negative or not finite.</exception>
    public ImagePipeline Noise(double deviation) => Then(new NoiseStep(Require.NonNegative(deviation)));

    /// <summary>Gives each channel mean 0 and deviation 1 over a data set: (x − mean) / deviation. It is not random and acts on what a network is judged by as well.</summary>
    /// <param name="statistics">The means and deviations, as of the training samples.</param>
    public ImagePipeline Normalize(ImageStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        return Normalize(statistics.Mean.AsSpan(), statistics.Deviation.AsSpan());
    }

    /// <summary>Shifts and scales each channel: (x − mean) / deviation. It is not random and acts on what a network is judged by as well.</summary>
    /// <param name="mean">The number to subtract, for each channel.</param>
    /// <param name="deviation">The number to divide by, for each channel.</param>
    /// <exception cref="ArgumentException">There are not as many deviations as means, or none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A mean is not finite, or a deviation not positive and finite.</exception>
    public ImagePipeline Normalize(ReadOnlySpan<double> mean, ReadOnlySpan<double> deviation)
    {
        if (mean.IsEmpty || mean.Length != deviation.Length)
        {
            throw new ArgumentException($"Expected as many deviations as means, one of each for every channel; found {mean.Length} means and {deviation.Length} deviations.", nameof(deviation));
        }

        for (var channel = 0; channel < mean.Length; channel++)
        {
            Interval.Between(mean[channel], mean[channel], nameof(mean), nameof(mean));
            Require.Positive(deviation[channel], nameof(deviation));
        }

        return Then(new NormalizeStep(ImmutableArray.Create(mean), ImmutableArray.Create(deviation)));
    }
}
