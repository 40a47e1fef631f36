using System;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Data.Augmentation;

/// <summary>Steps that change values where they stand.</summary>
[Trait("Category", "Numeric")]
public sealed class ValueTests
{
    // Longer than the widest vector, and not a multiple of it.
    private const int Side = 7;

    private static double[] Draws(ImagePipeline pipeline, int count, Func<double[], double> measure) =>
        [.. Enumerable.Range(1, count).Select(epoch => measure(Pictures.Apply(pipeline, Pictures.Counting(Side * Side), new TrainingDraw(5, epoch), 1, Side, Side)))];

    [Fact]
    public void Brightness_adds_one_number_to_all_values()
    {
        const int draws = 1_000;
        var shifts = Draws(new ImagePipeline().Brightness(0.5), draws, image =>
        {
            // The sum of a number up to 49 and one below 1 is rounded by 2⁻⁴⁷ at most.
            Assert.All(Enumerable.Range(0, image.Length), i => Assert.Equal(image[0] - 1, image[i] - (i + 1), 2e-14));
            return image[0] - 1;
        });

        // Uniform in ±½: deviation of the mean 1/√(12n); five of them.
        Assert.InRange(shifts.Average(), -5 / Math.Sqrt(12.0 * draws), 5 / Math.Sqrt(12.0 * draws));
        Assert.InRange(shifts.Min(), -0.5, -0.49);
        Assert.InRange(shifts.Max(), 0.49, 0.5);
    }

    [Fact]
    public void Contrast_multiplies_the_distance_from_the_mean()
    {
        Assert.Equal([-2, 1, 4], Pictures.Apply(new ImagePipeline().Contrast(3, 3), [0, 1, 2], 1, 1, 3));
        Assert.Equal([3, 3, 3, 3], Pictures.Apply(new ImagePipeline().Contrast(0, 0), [0, 2, 4, 6], 2, 1, 2));
        var factors = Draws(new ImagePipeline().Contrast(0.5, 2), 1_000, image =>
        {
            Assert.Equal(25, image.Average(), 1e-12);
            return (image[^1] - image[0]) / 48;
        });
        Assert.InRange(factors.Min(), 0.5, 0.52);
        Assert.InRange(factors.Max(), 1.98, 2);
    }

    [Fact]
    public void Noise_has_the_moments_of_the_normal_distribution()
    {
        const int side = 200;
        var image = Pictures.Apply(new ImagePipeline().Noise(0.25), new double[side * side], 1, side, side);

        // Deviations of the mean and of the mean square: σ/√n and σ²·√(2/n); five of them.
        Assert.InRange(image.Average(), -5 * 0.25 / side, 5 * 0.25 / side);
        Assert.InRange(image.Average(x => x * x) / 0.0625, 1 - (5 * Math.Sqrt(2) / side), 1 + (5 * Math.Sqrt(2) / side));
        Assert.Equal(image.Length, image.Distinct().Count());
        Assert.Equal([1, 2, 3, 4], Pictures.Apply(new ImagePipeline().Noise(0), [1, 2, 3, 4], 1, 2, 2));
    }

    [Fact]
    public void Normalisation_is_exact_and_acts_on_what_is_judged_as_well()
    {
        var pipeline = new ImagePipeline().Normalize([1, 10], [2, 4]);
        double[] expected = [0, 0.5, 1, -1.25, -1, -0.75];
        Assert.Equal(expected, Pictures.Apply(pipeline, [1, 2, 3, 5, 6, 7], 2, 1, 3));
        Assert.Equal(expected, Pictures.Judge(pipeline, [1, 2, 3, 5, 6, 7], 2, 1, 3));
    }

    [Fact]
    public void A_flip_is_as_probable_as_asked_for()
    {
        const int draws = 4_000;
        var flipped = Draws(new ImagePipeline().FlipHorizontally(0.2), draws, image => image[0] == Side ? 1 : 0).Sum();

        // Binomial with deviation √(n · 0.2 · 0.8); five of them.
        var bound = 5 * Math.Sqrt(draws * 0.16);
        Assert.InRange(flipped, (0.2 * draws) - bound, (0.2 * draws) + bound);
    }

    [Fact]
    public void Statistics_are_those_of_each_channel()
    {
        // Channel 0: 0, 2, 4, 6, the mean 3 and the variance 5; channel 1 never varies.
        var data = Dataset.FromArrays(new double[] { 0, 2, 7, 7, 4, 6, 7, 7 }, [0, 0], 2, 1, 2);
        var statistics = ImageStatistics.Measure(data);

        Assert.Equal([3, 7], statistics.Mean.AsEnumerable());
        Assert.Equal([Math.Sqrt(5), 1], statistics.Deviation.AsEnumerable());
        Assert.Equal([6.0, 7.0], ImageStatistics.Measure(Dataset.FromArrays(new double[] { 0, 2, 7, 7, 6, 6, 7, 7 }, [0, 0], 2, 1, 2).Slice(1, 1), "input").Mean.AsEnumerable());
    }

    [Fact]
    public void A_normalised_data_set_has_mean_0_and_deviation_1()
    {
        var data = Pictures.Random(50, 3, 5, 6);
        var normalised = data.Augment(new ImagePipeline().Normalize(ImageStatistics.Measure(data)));
        var values = Pictures.Filled(normalised, [.. Enumerable.Range(0, 50)], [3, 5, 6], ElementType.Float64, draw: null).AsSpan<double>().ToArray();
        foreach (var channel in values.Chunk(30).Select((pixels, i) => (pixels, i)).GroupBy(pair => pair.i % 3, pair => pair.pixels))
        {
            double[] all = [.. channel.SelectMany(pixels => pixels)];
            Assert.Equal(0, all.Average(), 1e-12);
            Assert.Equal(1, all.Average(x => x * x), 1e-12);
        }
    }

    [Fact]
    public void Statistics_of_nothing_or_of_no_images_are_refused()
    {
        var data = Pictures.Random(2, 1, 2, 2);
        Assert.Throws<ArgumentException>(() => ImageStatistics.Measure(data.Slice(0, 0)));
        Assert.Throws<ArgumentException>(() => ImageStatistics.Measure(data, "picture"));
        Assert.Throws<ArgumentException>(() => ImageStatistics.Measure(Pictures.Random(2, 4)));
        var error = Assert.Throws<ArgumentException>(() => ImageStatistics.Measure(Dataset.FromArrays([1.0, double.NaN], [0], 2, 1, 1)));
        Assert.StartsWith("Channel 1 of column 'input': expected finite numbers, found a variance of NaN.", error.Message, StringComparison.Ordinal);
    }
}
