using System;
using System.Linq;
using System.Numerics;
using System.Threading.Tasks;
using Xunit;

namespace NetGen.Tests.Data.Augmentation;

/// <summary>A whole pipeline on a data set: what decides its pictures, and what does not.</summary>
[Trait("Category", "Numeric")]
public sealed class AugmentedDatasetTests : IDisposable
{
    private const int Count = 60;
    private static readonly int[] Shape = [3, 19, 21];
    private static readonly int[] All = [.. Enumerable.Range(0, Count)];
    private static readonly TrainingDraw First = new(Seed: 1, Epoch: 1);

    private static readonly ImagePipeline Everything = new ImagePipeline(ImageBorder.Reflect)
        .Crop(3).FlipHorizontally().FlipVertically(0.3).Shift(1, 2).Rotate(15).Scale(0.8, 1.2).Shear(0.2).Warp(20, 3)
        .Brightness(0.2).Contrast(0.5, 1.5).Noise(0.1).Normalize([0.4, 0.5, 0.6], [0.2, 0.3, 0.4]).CutOut(6);

    private readonly AugmentedDataset _data = Pictures.Random(Count, Shape).Augment(Everything);

    public AugmentedDatasetTests() => WorkerPool.OwnTeam = new WorkerTeam();

    public void Dispose() => WorkerPool.OwnTeam = null;

    private float[] Train(TrainingDraw draw, params int[] rows) => Pictures.Train(_data, draw, rows.Length == 0 ? All : rows, Shape);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Pictures_are_the_same_bits_for_any_number_of_workers(int workers) =>
        Assert.Equal(Train(First), Train(First with { Workers = workers }));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(32)]
    public void Pictures_do_not_depend_on_the_batch_nor_on_the_order(int batchSize)
    {
        var expected = Train(First);
        int[] order = [.. All.Reverse()];
        foreach (var rows in order.Chunk(batchSize))
        {
            var found = Train(First with { Workers = 2 }, rows);
            for (var i = 0; i < rows.Length; i++)
            {
                Assert.Equal(expected.AsSpan(rows[i] * 1_197, 1_197), found.AsSpan(i * 1_197, 1_197));
            }
        }
    }

    [Fact]
    public void Another_epoch_seed_or_sample_gives_another_picture()
    {
        var same = Dataset.FromArrays(Enumerable.Repeat(Enumerable.Range(0, 1_197).Select(i => i / 1_197f), 3).SelectMany(image => image).ToArray(), new int[3], Shape).Augment(Everything);
        var pictures = new[] { First, First with { Epoch = 2 }, First with { Seed = 2 }, First with { Seed = -1 } }
            .SelectMany(draw => Pictures.Train(same, draw, [0, 1, 2], Shape).Chunk(1_197))
            .Select(picture => string.Join(' ', picture));
        Assert.Equal(12, pictures.Distinct().Count());
    }

    [Fact]
    public void Steps_of_the_same_kind_draw_for_themselves()
    {
        var image = Enumerable.Range(1, 2_000).Select(epoch => Pictures.Apply(new ImagePipeline().FlipHorizontally().FlipHorizontally(), [1, 2], new TrainingDraw(1, epoch), 1, 1, 2)[0]);

        // Together they flip as often as not; if they drew the same, never. Five deviations of √(n/4).
        Assert.InRange(image.Count(value => value == 2), 1_000 - 112, 1_000 + 112);
    }

    [Fact]
    public void Data_sets_within_one_another_draw_for_themselves()
    {
        var flip = new ImagePipeline().FlipHorizontally();
        var data = Dataset.FromArrays([1f, 2f], [0], 1, 1, 2).Augment(flip).Augment(flip);
        var flipped = Enumerable.Range(1, 2_000).Count(epoch => Pictures.Train(data, new TrainingDraw(1, epoch), [0], 1, 1, 2)[0] == 2);
        Assert.InRange(flipped, 1_000 - 112, 1_000 + 112);
    }

    [Fact]
    public void What_is_judged_is_only_normalised()
    {
        var expected = Pictures.Filled(Pictures.Random(Count, Shape), All, Shape, ElementType.Float32, draw: null).AsSpan<float>().ToArray();
        for (var i = 0; i < expected.Length; i++)
        {
            var channel = i / (19 * 21) % 3;
            expected[i] = (expected[i] - (float)(0.4 + (0.1 * channel))) / (float)(0.2 + (0.1 * channel));
        }

        var judged = Pictures.Filled(_data, All, Shape, ElementType.Float32, draw: null).AsSpan<float>().ToArray();
        Assert.All(expected.Zip(judged), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        Assert.NotEqual(judged, Train(First));

        var plain = Pictures.Random(Count, Shape).Augment(new ImagePipeline().Crop(3).Noise(1));
        Assert.Equal(
            Pictures.Filled(Pictures.Random(Count, Shape), All, Shape, ElementType.Float32, draw: null).AsSpan<float>(),
            Pictures.Filled(plain, All, Shape, ElementType.Float32, draw: null).AsSpan<float>());
    }

    /// <summary>The draws are the same; only noise is drawn in the type of the numbers.</summary>
    [Fact]
    public void Float_and_double_get_the_same_pictures()
    {
        var pipeline = new ImagePipeline().Crop(2).FlipHorizontally().Rotate(20).Warp(15, 3).Brightness(0.3).Contrast(0.5, 2).CutOut(5).Normalize([0, 0, 0], [1, 2, 3]);
        var data = Pictures.Random(Count, Shape).Augment(pipeline);
        var singles = Pictures.Filled(data, All, Shape, ElementType.Float32, First).AsSpan<float>().ToArray();
        var doubles = Pictures.Filled(data, All, Shape, ElementType.Float64, First).AsSpan<double>().ToArray();

        // Values up to about 2 go through a dozen roundings of 2⁻²⁴ each.
        Assert.InRange(singles.Zip(doubles).Max(pair => Math.Abs(pair.First - pair.Second)), 0, 12 * 2 * Math.Pow(2, -24));
    }

    [Fact]
    public async Task Any_number_of_threads_may_fill_batches_at_once()
    {
        var expected = Train(First);
        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Train(First with { Workers = 2 }))));
        Assert.All(found, picture => Assert.Equal(expected, picture));
    }

    [Fact]
    public void A_step_of_ones_own_gets_the_image_and_random_numbers()
    {
        var step = new Invert();
        Assert.Equal([0, -1, -2, -3], Pictures.Apply(new ImagePipeline().Then(step), [0, 1, 2, 3], 1, 2, 2));
        Assert.Equal([0, 1, 2, 3], Pictures.Judge(new ImagePipeline().Then(step), [0, 1, 2, 3], 1, 2, 2));
        Assert.Equal((1, 2, 2), step.Checked);
    }

    [Fact]
    public void The_images_are_the_first_input_of_three_axes_or_the_one_named()
    {
        ColumnDescription[] columns = [Describe.Input("board", 2), Describe.Input("left", 1, 1, 2), Describe.Input("right", 1, 1, 2)];
        var source = new DatasetBuilder().Input("board", new[] { 1f, 2 }, 2).Input("left", new[] { 1f, 2 }, 1, 1, 2).Input("right", new[] { 1f, 2 }, 1, 1, 2).Build();
        var flip = new ImagePipeline().FlipHorizontally(1);

        Assert.Equal(("1 2", "2 1", "1 2"), Fill(null));
        Assert.Equal(("1 2", "1 2", "2 1"), Fill("right"));
        var error = Assert.Throws<ArgumentException>(() => source.Augment(flip, "board").CheckColumns(columns));
        Assert.Equal("Expected an input 'board' of images [channels, height, width] in float or double, found 'board' [2], 'left' [1, 1, 2], 'right' [1, 1, 2].", error.Message);
        Assert.Throws<ArgumentException>(() => source.Augment(flip, "none").Fill([0], new Batch(columns)));

        (string Board, string Left, string Right) Fill(string? column)
        {
            var batch = new Batch(columns);
            source.Augment(flip, column).FillForTraining([0], batch, First);
            return (Text(batch[0]), Text(batch[1]), Text(batch[2]));
        }

        static string Text(BatchColumn column) => string.Join(' ', column.AsSpan<float>().ToArray());
    }

    [Fact]
    public void Images_of_other_channels_than_the_means_are_refused()
    {
        var data = Pictures.Random(2, 1, 4, 4).Augment(Everything);
        var error = Assert.Throws<ArgumentException>(() => data.CheckColumns([Describe.Input("input", 1, 4, 4)]));
        Assert.Equal("Expected images of as many channels as there are means to normalise with, 3; found images of 1.", error.Message);
    }

    /// <summary>What a step of one's own may do: ask for a copy, draw numbers, know the shape.</summary>
    private sealed class Invert : ImageStep
    {
        public (int Channels, int Height, int Width) Checked { get; private set; }

        public override void Check(int channels, int height, int width) => Checked = (channels, height, width);

        public override void Apply<T>(ImagePixels<T> image, ref SampleRandom random)
        {
            var copy = image.Copy();
            image.Values.Clear();
            for (var i = 0; i < copy.Length; i++)
            {
                image.Values[i] = random.Uniform() < 2 ? -copy[i] : T.NaN;
            }
        }
    }
}
