using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Xunit;

namespace NetGen.Tests.Data.Augmentation;

/// <summary>A network of images so large that to augment a batch of 20 is worth seven workers, with statistics over the batch.</summary>
[Network]
[Input(3, 20, 20)]
[Conv2D(8, 3, Stride = 3, Bias = false), BatchNorm, ReLU, Dropout(0.2)]
[Flatten, Dense(2)]
[SoftmaxCrossEntropy]
internal sealed partial class AugmentedPictures;

/// <summary>The trainer and augmented images: which epoch it asks for, whom it shares them with, and no garbage.</summary>
[Collection(nameof(Workers.AllThreads))]
public sealed class AugmentedTrainingTests : IDisposable
{
    private static readonly ImagePipeline Pipeline = new ImagePipeline().Crop(1).FlipHorizontally().Rotate(10).Warp(5, 2).Contrast(0.8, 1.2).Noise(0.1).CutOut(2);

    public AugmentedTrainingTests() => WorkerPool.OwnTeam = new WorkerTeam();

    public void Dispose() => WorkerPool.OwnTeam = null;

    private static string HashAfterTraining(ImagePipeline pipeline, int workers, int fits = 1)
    {
        ITrainableNetwork network = new AugmentedPictures(1);
        var trainer = new Trainer(network, new Adam()) { BatchSize = 20, Seed = 3, Workers = workers };
        var data = Pictures.Random(90, 3, 20, 20).Augment(pipeline);
        for (var fit = 0; fit < fits; fit++)
        {
            trainer.Fit(data, epochs: 4 / fits);
        }

        return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(network.Parameters.Buffer.AsSpan<float>())));
    }

    [Fact]
    [Trait("Category", "Numeric")]
    public void Weights_are_the_same_bits_for_any_number_of_workers_and_runs()
    {
        var alone = HashAfterTraining(Pipeline, 1);
        Assert.All(new[] { 2, 3, 4, 7 }, workers => Assert.Equal(alone, HashAfterTraining(Pipeline, workers)));
        Assert.Equal(alone, HashAfterTraining(Pipeline, 2, fits: 4));
        Assert.NotEqual(alone, HashAfterTraining(new ImagePipeline(), 1));
    }

    /// <summary>The comparison says something: as many threads as it asks for change the pictures.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    public void Every_worker_changes_some_pictures_of_a_batch(int workers)
    {
        var threads = new Threads();
        HashAfterTraining(Pipeline.Then(threads), workers);
        Assert.Equal(workers, threads.Count);
    }

    [Fact]
    public void The_trainer_tells_of_seed_epoch_and_workers_and_judges_without()
    {
        var data = new Listener(Pictures.Random(6, 1, 7, 10));
        var trainer = new Trainer(new Workers.SharedImages(1), new Adam()) { BatchSize = 4, Seed = 5, Workers = 3 };
        trainer.Fit(data, data, epochs: 2);
        trainer.Fit(data);

        Assert.Equal([new(5, 1, 3), new(5, 1, 3), new(5, 2, 3), new(5, 2, 3), new(5, 3, 3), new TrainingDraw(5, 3, 3)], data.Draws);
        Assert.Equal(2, data.Fills);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Filling_a_batch_leaves_no_garbage_on_any_thread(int workers)
    {
        var data = Pictures.Random(64, 3, 16, 16).Augment(Pipeline.FlipVertically().Brightness(1).Normalize([0, 0, 0], [1, 1, 1]));
        foreach (var type in new[] { ElementType.Float32, ElementType.Float64 })
        {
            ColumnDescription[] columns = [Describe.Input("input", type, 3, 16, 16)];
            var (batch, rows, epoch) = (new Batch(columns), Enumerable.Range(0, 64).ToArray(), 0);
            data.CheckColumns(columns);
            var fewest = long.MaxValue;
            for (var window = 0; window < 200 && fewest > 0; window++)
            {
                var before = GC.GetTotalAllocatedBytes(precise: true);
                for (var i = 0; i < 5; i++)
                {
                    data.FillForTraining(rows, batch, new TrainingDraw(1, ++epoch, workers));
                    data.Fill(rows, batch);
                }

                fewest = Math.Min(fewest, GC.GetTotalAllocatedBytes(precise: true) - before);
            }

            Assert.Equal(0, fewest);
        }
    }

    /// <summary>A step that leaves images as they are and counts the threads that it is called by.</summary>
    private sealed class Threads : ImageStep
    {
        private readonly ConcurrentDictionary<int, bool> _seen = new();

        public int Count => _seen.Count;

        public override void Apply<T>(ImagePixels<T> image, ref SampleRandom random) => _seen.TryAdd(Environment.CurrentManagedThreadId, true);
    }

    private sealed class Listener(Dataset data) : IDataset
    {
        public System.Collections.Generic.List<TrainingDraw> Draws { get; } = [];

        public int Fills { get; private set; }

        public int Count => data.Count;

        public void CheckColumns(System.Collections.Generic.IReadOnlyList<ColumnDescription> columns) => data.CheckColumns(columns);

        public void Fill(ReadOnlySpan<int> rows, Batch batch)
        {
            Fills++;
            data.Fill(rows, batch);
        }

        public void FillForTraining(ReadOnlySpan<int> rows, Batch batch, in TrainingDraw draw)
        {
            Draws.Add(draw);
            data.Fill(rows, batch);
        }
    }
}
