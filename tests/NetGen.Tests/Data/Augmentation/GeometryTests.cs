using System;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Data.Augmentation;

/// <summary>Steps that move pixels, on images whose result is known.</summary>
[Trait("Category", "Numeric")]
public sealed class GeometryTests
{
    // Coordinates are in float; images hold numbers up to 100.
    private const double Tolerance = 100 * 1e-6;

    private static readonly double[] Square = Pictures.Counting(9);

    private static void Near(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second, pair.First - Tolerance, pair.First + Tolerance));
    }

    private static ImagePipeline Fixed(AffineDraw draw, ImageBorder border = default) => new ImagePipeline().Then(new ResampleStep(border).With(draw));

    private static AffineDraw Shift(double across, double down) => new ShiftDraw(new Interval(across, across), new Interval(down, down));

    [Fact]
    public void A_certain_flip_mirrors_every_channel()
    {
        var image = Pictures.Counting(12);
        Assert.Equal([3, 2, 1, 6, 5, 4, 9, 8, 7, 12, 11, 10], Pictures.Apply(new ImagePipeline().FlipHorizontally(1), image, 2, 2, 3));
        Assert.Equal([4, 5, 6, 1, 2, 3, 10, 11, 12, 7, 8, 9], Pictures.Apply(new ImagePipeline().FlipVertically(1), image, 2, 2, 3));
        Assert.Equal(Square, Pictures.Apply(new ImagePipeline().FlipVertically(1).FlipVertically(1).FlipHorizontally(1).FlipHorizontally(1), Square, 1, 3, 3));
        Assert.Equal(Square, Pictures.Apply(new ImagePipeline().FlipVertically(0).FlipHorizontally(0), Square, 1, 3, 3));
    }

    [Theory]
    [InlineData(1, 0, new double[] { 0, 1, 2, 0, 4, 5, 0, 7, 8 })]
    [InlineData(-1, 0, new double[] { 2, 3, 0, 5, 6, 0, 8, 9, 0 })]
    [InlineData(0, 1, new double[] { 0, 0, 0, 1, 2, 3, 4, 5, 6 })]
    [InlineData(0.5, 0, new double[] { 0.5, 1.5, 2.5, 2, 4.5, 5.5, 3.5, 7.5, 8.5 })]
    [InlineData(0, -0.25, new double[] { 1.75, 2.75, 3.75, 4.75, 5.75, 6.75, 5.25, 6, 6.75 })]
    [InlineData(2.5, 0, new double[] { 0, 0, 0.5, 0, 0, 2, 0, 0, 3.5 })]
    [InlineData(1e6, -1e30, new double[] { 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    public void A_shift_moves_to_the_right_and_down(double across, double down, double[] expected) =>
        Near(expected, Pictures.Apply(Fixed(Shift(across, down)), Square, 1, 3, 3));

    [Fact]
    public void What_lies_beyond_the_image_is_the_border()
    {
        var shift = Shift(2, 0);
        Near([9, 9, 1, 9, 9, 4, 9, 9, 7], Pictures.Apply(Fixed(shift, ImageBorder.Constant(9)), Square, 1, 3, 3));
        Near([1, 1, 1, 4, 4, 4, 7, 7, 7], Pictures.Apply(Fixed(shift, ImageBorder.Nearest), Square, 1, 3, 3));
        Near([3, 2, 1, 6, 5, 4, 9, 8, 7], Pictures.Apply(Fixed(shift, ImageBorder.Reflect), Square, 1, 3, 3));
        Near([2, 1, 2, 5, 4, 5, 8, 7, 8], Pictures.Apply(Fixed(Shift(9, 0), ImageBorder.Reflect), Square, 1, 3, 3));
        Near([5, 5], Pictures.Apply(Fixed(Shift(3.7, 2.2), ImageBorder.Reflect), [5, 5], 2, 1, 1));
    }

    [Fact]
    public void Right_angles_turn_counter_clockwise()
    {
        Near([3, 6, 9, 2, 5, 8, 1, 4, 7], Pictures.Apply(new ImagePipeline().Rotate(90, 90), Square, 1, 3, 3));
        Near([9, 8, 7, 6, 5, 4, 3, 2, 1], Pictures.Apply(new ImagePipeline().Rotate(180, 180), Square, 1, 3, 3));
        Near([2, 4, 1, 3], Pictures.Apply(new ImagePipeline().Rotate(90, 90), [1, 2, 3, 4], 1, 2, 2));
        Near(Square, Pictures.Apply(new ImagePipeline().Rotate(360, 360), Square, 1, 3, 3));
    }

    /// <summary>The corners of a square of 3 × 3 lie √2 from the middle: turned by 45°, a corner takes its value beyond the pixel above the middle.</summary>
    [Fact]
    public void Half_a_right_angle_interpolates()
    {
        var turned = Pictures.Apply(new ImagePipeline(ImageBorder.Constant(0)).Rotate(45, 45), [0, 0, 0, 0, 0, 8, 0, 0, 0], 1, 3, 3);

        // The pixel at the upper right, (1, −1), takes from (√2, 0): between 8 at 1 and the border at 2; the lower right from (0, √2).
        var part = Math.Sqrt(2) - 1;
        Assert.Equal(8 * (1 - part), turned[2], Tolerance);
        Assert.Equal(0, turned[8], Tolerance);

        // The one to the right, (1, 0), takes from (√½, √½).
        Assert.Equal(8 * Math.Sqrt(0.5) * (1 - Math.Sqrt(0.5)), turned[5], Tolerance);
    }

    [Fact]
    public void A_scale_of_2_spreads_the_middle_and_a_half_shrinks_to_it()
    {
        Near([3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7], Pictures.Apply(new ImagePipeline().Scale(2, 2), Square, 1, 3, 3));
        Near([0, 0, 0, 0, 5, 0, 0, 0, 0], Pictures.Apply(new ImagePipeline().Scale(0.5, 0.5), Square, 1, 3, 3));
    }

    [Fact]
    public void A_shear_moves_rows_by_their_distance_from_the_middle() =>
        Near([2, 3, 0, 4, 5, 6, 0, 7, 8], Pictures.Apply(Fixed(new ShearDraw(new Interval(1, 1))), Square, 1, 3, 3));

    /// <summary>Composed they interpolate once: the corners that the first alone would have pushed out are still there.</summary>
    [Fact]
    public void Neighbouring_steps_act_in_their_order_and_resample_once()
    {
        var composed = new ImagePipeline().Then(new ResampleStep(default).With(Shift(1, 0)).With(new RotateDraw(new Interval(90, 90))));
        Near([2, 5, 8, 1, 4, 7, 0, 0, 0], Pictures.Apply(composed, Square, 1, 3, 3));

        Near(Square, Pictures.Apply(new ImagePipeline().Then(new ResampleStep(default).With(Shift(5, 0.3)).With(Shift(-5, -0.3))), Square, 1, 3, 3));
        Assert.Single(new ImagePipeline().Shift(1, 1).Rotate(5).Scale(1, 2).Shear(1).Warp(1, 1).Steps);
        Assert.Equal(2, new ImagePipeline().Warp(1, 1).Shift(1, 1).Steps.Count);
        Assert.Equal(3, new ImagePipeline().Shift(1, 1).Noise(1).Shift(1, 1).Steps.Count);
    }

    /// <summary>Every step of its own against all of them at once, on a smooth image, where interpolating twice changes little.</summary>
    [Fact]
    public void Composed_maps_are_those_of_the_steps_one_behind_the_other()
    {
        var image = Enumerable.Range(0, 41 * 41).Select(i => Math.Sin(i % 41 / 9.0) + Math.Cos(i / 41 / 7.0)).ToArray();
        AffineDraw[] draws =
        [
            Shift(2.3, -1.4), new RotateDraw(new Interval(25, 25)), new ScaleDraw(new Interval(1.2, 1.2)), new ShearDraw(new Interval(0.3, 0.3)), Shift(-0.7, 0.9),
        ];
        var together = draws.Aggregate(new ResampleStep(ImageBorder.Nearest), (step, draw) => step.With(draw));
        var apart = draws.Aggregate(new ImagePipeline(), (pipeline, draw) => pipeline.Then(new ResampleStep(ImageBorder.Nearest).With(draw)));

        var expected = Pictures.Apply(new ImagePipeline().Then(together), image, 1, 41, 41);
        var actual = Pictures.Apply(apart, image, 1, 41, 41);

        // Away from the borders. An interpolation errs by h²/8 · |f″| on either axis, 1/8 · (1/81 + 1/49): 0.005 at most; there are six of them.
        int[] inner = [.. Enumerable.Range(0, 41 * 41).Where(i => i / 41 is >= 15 and < 26 && i % 41 is >= 15 and < 26)];
        Assert.InRange(inner.Max(i => Math.Abs(expected[i] - actual[i])), 0, 0.03);
        Assert.InRange(inner.Max(i => Math.Abs(expected[i] - image[i])), 0.1, 2);
    }

    [Fact]
    public void A_crop_shows_every_place_of_the_padded_image_equally_often()
    {
        const int draws = 2_500;
        var pipeline = new ImagePipeline(ImageBorder.Constant(-1)).Crop(2);
        var counts = new int[5, 5];
        for (var epoch = 1; epoch <= draws; epoch++)
        {
            var image = Pictures.Apply(pipeline, Pictures.Counting(25), new TrainingDraw(3, epoch), 1, 5, 5);
            var middle = (int)image[12] - 1;
            var (down, across) = ((middle / 5) - 2, (middle % 5) - 2);
            counts[down + 2, across + 2]++;
            for (var i = 0; i < 25; i++)
            {
                var (y, x) = ((i / 5) + down, (i % 5) + across);
                Assert.Equal(y is >= 0 and < 5 && x is >= 0 and < 5 ? (y * 5) + x + 1 : -1, image[i]);
            }
        }

        // Binomial with mean n/25 = 100 and deviation √(n/25 · 24/25) = 9.8; five of them for each of 25 counts.
        Assert.All(counts.Cast<int>(), count => Assert.InRange(count, 51, 149));
    }

    [Fact]
    public void A_crop_continues_images_beyond_their_edges()
    {
        Assert.Equal([3, 3, 3, 3, 3, 3], Crop(ImageBorder.Nearest, -1, 3));
        Assert.Equal([5, 6, 5, 2, 3, 2], Crop(ImageBorder.Reflect, -1, 1));
        Assert.Equal([2, 1, 2, 5, 4, 5], Crop(ImageBorder.Reflect, 4, -1));
        Assert.Equal([8, 8, 8, 8, 8, 8], Crop(ImageBorder.Constant(8), 0, 3));

        static double[] Crop(ImageBorder border, int down, int across)
        {
            var image = Pictures.Counting(6);
            CropStep.Move(new ImagePixels<double>(image, 1, 2, 3, new ImageMemory<double>()), border, down, across);
            return image;
        }
    }

    [Fact]
    public void A_cut_out_is_a_square_in_all_channels_that_parts_of_may_be_missing()
    {
        const int draws = 4_000;
        var pipeline = new ImagePipeline().CutOut(3, value: -5);
        var areas = new int[10];
        for (var epoch = 1; epoch <= draws; epoch++)
        {
            var image = Pictures.Apply(pipeline, Pictures.Counting(32), new TrainingDraw(4, epoch), 2, 4, 4);
            var cut = Enumerable.Range(0, 16).Where(i => image[i] == -5).ToArray();
            Assert.Equal(cut, Enumerable.Range(0, 16).Where(i => image[i + 16] == -5));
            Assert.Equal(cut.Length, cut.Select(i => i / 4).Distinct().Count() * cut.Select(i => i % 4).Distinct().Count());
            Assert.All(Enumerable.Range(0, 32).Where(i => image[i] != -5), i => Assert.Equal(i + 1, image[i]));
            areas[cut.Length]++;
        }

        // On either axis half of the middles lose a row: 9, 6 or 4 pixels with probabilities ¼, ½, ¼; deviations √(n/4 · ¾) = 27.4 and √(n/4) = 31.6, five of them.
        Assert.InRange(areas[9], 1_000 - 137, 1_000 + 137);
        Assert.InRange(areas[6], 2_000 - 158, 2_000 + 158);
        Assert.InRange(areas[4], 1_000 - 137, 1_000 + 137);
        Assert.Equal(draws, areas[9] + areas[6] + areas[4]);
        Assert.Equal(Square, Pictures.Apply(new ImagePipeline().CutOut(3, probability: 0), Square, 1, 3, 3));
        Assert.Equal(Enumerable.Repeat(-1.0, 16), Pictures.Apply(new ImagePipeline().CutOut(8, -1), Pictures.Counting(16), 1, 4, 4));
    }
}
