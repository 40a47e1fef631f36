using System;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Data.Augmentation;

[Trait("Category", "Numeric")]
public sealed class ElasticTests
{
    private const int Height = 21;
    private const int Width = 45;
    private const double Smoothness = 2;

    /// <summary>The movement in one direction as one reads it in the paper: numbers, a Gaussian over both axes at once, a factor.</summary>
    private static double[] Expected(float[] noise, int stride, double strength)
    {
        var reach = (int)(3 * Smoothness);
        double Weight(int distance) => Math.Exp(-distance * distance / (2 * Smoothness * Smoothness));
        var total = Math.Pow(Enumerable.Range(-reach, (2 * reach) + 1).Sum(Weight), 2);
        return [.. Enumerable.Range(0, Height * Width).Select(pixel => strength / total * Enumerable.Range(0, Height * Width)
            .Select(other => (dy: (other / Width) - (pixel / Width), dx: (other % Width) - (pixel % Width), other))
            .Where(at => Math.Abs(at.dy) <= reach && Math.Abs(at.dx) <= reach)
            .Sum(at => Weight(at.dy) * Weight(at.dx) * ((2 * noise[(at.other / Width * stride) + (at.other % Width)]) - 1)))];
    }

    [Fact]
    public void Movements_are_noise_smoothed_by_a_gaussian()
    {
        const int stride = 48;
        var movement = new ElasticMovement();
        var (random, same) = (new SampleRandom(1, 2, 3, 4), new SampleRandom(1, 2, 3, 4));
        movement.Noise(Height * stride).Fill(float.NaN);
        movement.Row(200).Fill(float.NaN);
        new ElasticWarp(20, Smoothness).Draw(movement, Height, stride, Width, ref random);

        foreach (var found in new[] { movement.Across(Height * stride).ToArray(), movement.Down(Height * stride).ToArray() })
        {
            var noise = new float[Height * stride];
            same.FillUniform<float>(noise);
            var expected = Expected(noise, stride, 20);

            // Two sums of 13 products each, of numbers of at most 1, times 20: 2 · 14 roundings of 2⁻²⁴.
            var bound = 20 * 28 * Math.Pow(2, -24);
            Assert.InRange(Enumerable.Range(0, Height * Width).Max(i => Math.Abs(expected[i] - found[(i / Width * stride) + (i % Width)])), 0, bound);
            Assert.All(found, value => Assert.True(float.IsFinite(value)));
        }
    }

    /// <summary>An image whose values are its coordinates shows where each pixel came from.</summary>
    [Fact]
    public void Pixels_take_the_values_from_where_they_are_moved()
    {
        var ramps = Enumerable.Range(0, 2 * 40 * 40).Select(i => (double)(i < 1_600 ? i % 40 : i % 1_600 / 40)).ToArray();
        var pipeline = new ImagePipeline(ImageBorder.Nearest).Warp(30, 4);
        var moves = Enumerable.Range(1, 60).Select(epoch =>
        {
            var image = Pictures.Apply(pipeline, ramps, new TrainingDraw(1, epoch), 2, 40, 40);
            return (X: image[(20 * 40) + 20] - 20, Y: image[1_600 + (20 * 40) + 20] - 20);
        }).ToArray();

        // The variance of a movement is 30² · ⅓ · (Σw²)², and Σw² of a Gaussian cut off at three deviations is 1/(2√π·4) within 1%.
        var variance = 300 * Math.Pow(1 / (8 * Math.Sqrt(Math.PI)), 2);
        foreach (var (mean, square) in new[] { (moves.Average(m => m.X), moves.Average(m => m.X * m.X)), (moves.Average(m => m.Y), moves.Average(m => m.Y * m.Y)) })
        {
            // Five deviations of the mean, σ/√n, and of the mean square, σ²·√(2/n).
            Assert.InRange(mean, -5 * Math.Sqrt(variance / 60), 5 * Math.Sqrt(variance / 60));
            Assert.InRange(square / variance, 0.98 - (5 * Math.Sqrt(2 / 60.0)), 1.02 + (5 * Math.Sqrt(2 / 60.0)));
        }

        Assert.NotEqual(moves[0].X, moves[0].Y);
    }

    [Fact]
    public void A_strength_of_0_changes_nothing()
    {
        var image = Pictures.Counting(12);
        Assert.Equal(image, Pictures.Apply(new ImagePipeline().Warp(0, 3), image, 1, 3, 4));
    }

    /// <summary>Behind an affine map: the value comes from where the map sends what the warp moved.</summary>
    [Fact]
    public void A_warp_behind_a_map_resamples_once()
    {
        var ramp = Enumerable.Range(0, 900).Select(i => (double)(i % 30)).ToArray();
        var warp = new ElasticWarp(10, 3);
        double[] Apply(double factor) => Pictures.Apply(
            new ImagePipeline().Then(new ResampleStep(ImageBorder.Nearest).With(new ScaleDraw(new Interval(factor, factor))).With(warp)), ramp, 1, 30, 30);

        // One draw for the scale, whatever it is; so the warp is the same: 14.5 + (x − 14.5 + d) / factor.
        var (plain, enlarged) = (Apply(1), Apply(2));
        for (var i = 10 * 30; i < 20 * 30; i++)
        {
            if (plain[i] is > 1 and < 28)
            {
                Assert.Equal(14.5 + ((plain[i] - 14.5) / 2), enlarged[i], 1e-4);
            }
        }
    }
}
