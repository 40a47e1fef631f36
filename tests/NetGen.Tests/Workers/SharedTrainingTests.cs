using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Xunit;

namespace NetGen.Tests.Workers;

/// <summary>A network of which workers share samples, rows of weight gradients and panels of transposed weights, with numbers drawn for each sample.</summary>
[Network(L2 = 1e-5)]
[Input(70)]
[Dense(96), ReLU, Dropout(0.4)]
[Dense(40), GaussianNoise(0.1), Tanh]
[Dense(5)]
[SoftmaxCrossEntropy]
internal sealed partial class Shared;

/// <summary>A network whose softmax is longer than any vector, so that each worker needs a row for itself.</summary>
[Network]
[Input(8), Dense(100), Softmax, Dense(90), SoftmaxCrossEntropy]
internal sealed partial class LongRows;

/// <summary>
/// Convolutions of few channels, so that samples lie side by side in groups of 16, the last of which is not full, with windows that overlap in pooling, normalisation within a
/// sample and over the batch, and dropout of channels.
/// </summary>
[Network(L2 = 1e-5)]
[Input(1, 7, 10)]
[Conv2D(8, 3, Padding = 1), GroupNorm(2), ReLU, MaxPool2D(2, Stride = 1)]
[Conv2D(16, 3, Stride = 2, Bias = false), BatchNorm, SpatialDropout(0.2), Tanh]
[Flatten, Dense(5)]
[SoftmaxCrossEntropy]
internal sealed partial class SharedImages;

/// <summary>
/// Convolutions of enough channels to fill vectors, which lie last, with 3×3 windows in Winograd's form, forwards and in the gradients of what they take, on images of an odd
/// height, whose last tiles overlap; normalisation over the batch, dropout and pooling.
/// </summary>
[Network(L2 = 1e-5)]
[Input(1, 5, 6)]
[Conv2D(16, 1), Tanh]
[Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU, Dropout(0.2)]
[Conv2D(32, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Flatten, Dense(5)]
[SoftmaxCrossEntropy]
internal sealed partial class SharedWideImages;

/// <summary>
/// Images of an even size, so that the gradients of the weights are in Winograd's form, too: sixteen channels at a time in the memory of a worker, also of one without samples.
/// </summary>
[Network(L2 = 1e-5)]
[Input(1, 6, 8)]
[Conv2D(48, 1), Tanh]
[Conv2D(32, 3, Padding = 1, Bias = false), BatchNorm, ReLU, Dropout(0.2)]
[Conv2D(16, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Flatten, Dense(5)]
[SoftmaxCrossEntropy]
internal sealed partial class SharedEvenImages;

/// <summary>A network so small that the samples of groups of 16 lie in the lanes of all its layers, of its softmax and of its loss.</summary>
[Network(L2 = 1e-5)]
[Input(6), Dense(12), Tanh, Dropout(0.3), Dense(7), BatchNorm, LeakyReLU(0.1), Dense(5), SoftmaxCrossEntropy]
internal sealed partial class SharedVerySmall;

/// <summary>
/// Images large enough for workers to take 16 samples at a time, with what only such a micro-batch needs in memory of their own; before and behind statistics over the batch.
/// </summary>
[Network(L2 = 1e-5)]
[Input(1, 20, 20)]
[Conv2D(6, 3, Padding = 1), ReLU, SpatialDropout(0.2), MaxPool2D(2)]
[Conv2D(8, 3, Bias = false), BatchNorm, Tanh, Conv2D(8, 3), ReLU]
[Flatten, Dense(5)]
[SoftmaxCrossEntropy]
internal sealed partial class SharedLargeImages;

/// <summary>Training and prediction by several workers: the same bits as by one.</summary>
[Trait("Category", "Numeric")]
public sealed class SharedTrainingTests : IDisposable
{
    private const int Steps = 100;
    private static readonly string s_alone = HashAfterTraining(new Shared(1), 1, seed: 3);
    private static readonly string s_imagesAlone = HashAfterTraining(new SharedImages(1), 1, seed: 3);
    private static readonly string s_wideImagesAlone = HashAfterTraining(new SharedWideImages(1), 1, seed: 3, samples: 90, batchSize: 20);

    private static readonly string s_evenImagesAlone = HashAfterTraining(new SharedEvenImages(1), 1, seed: 3, samples: 90, batchSize: 20);

    private static readonly string s_largeImagesAlone = HashAfterTraining(new SharedLargeImages(1), 1, seed: 3, samples: 190, batchSize: 40);

    private static readonly string s_verySmallAlone = HashAfterTraining(new SharedVerySmall(1), 1, seed: 3, samples: 430, batchSize: 90);

    public SharedTrainingTests() => WorkerPool.OwnTeam = new WorkerTeam();

    public void Dispose() => WorkerPool.OwnTeam = null;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    public void TheWeightsHaveTheSameHashForAnyNumberOfWorkers(int workers)
    {
        Assert.Equal(s_alone, HashAfterTraining(new Shared(1), workers, seed: 3));
        Assert.Equal(s_imagesAlone, HashAfterTraining(new SharedImages(1), workers, seed: 3));
        Assert.Equal(s_wideImagesAlone, HashAfterTraining(new SharedWideImages(1), workers, seed: 3, samples: 90, batchSize: 20));
        Assert.Equal(s_evenImagesAlone, HashAfterTraining(new SharedEvenImages(1), workers, seed: 3, samples: 90, batchSize: 20));
        Assert.Equal(s_largeImagesAlone, HashAfterTraining(new SharedLargeImages(1), workers, seed: 3, samples: 190, batchSize: 40));
        Assert.Equal(s_verySmallAlone, HashAfterTraining(new SharedVerySmall(1), workers, seed: 3, samples: 430, batchSize: 90));
    }

    [Fact]
    public void TheHashChangesWithTheSeed() => Assert.NotEqual(s_alone, HashAfterTraining(new Shared(1), 2, seed: 4));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(33)]
    [InlineData(500)]
    public void APredictionIsTheSameBitsForAnyNumberOfWorkers(int samples)
    {
        INetwork network = new Shared(1);
        var inputs = new Batch(network.Description.Inputs);
        inputs.Resize(samples);
        var random = new Random(samples);
        foreach (ref var value in inputs[0].AsSpan<float>())
        {
            value = (float)random.NextDouble();
        }

        var expected = new Batch(network.Description.Outputs);
        network.Predict(inputs, expected);
        foreach (var workers in new[] { 1, 2, 3, 7 })
        {
            var outputs = new Batch(network.Description.Outputs);
            network.Predict(inputs, outputs, workers);
            Assert.Equal(expected[0].AsSpan<float>(), outputs[0].AsSpan<float>());
        }
    }

    [Fact]
    public void TooManyWorkersForTheMemoryLeaveTheWorkspaceAsItWas()
    {
        var workspace = new Workspace(typeof(Shared), ElementType.Float32, 16, 16, 1024, lengthPerWorker: 1 << 20);
        workspace.Workers = 2;
        var arena = workspace.Arena;
        Assert.Throws<ArgumentOutOfRangeException>(() => workspace.Workers = 1 << 20);
        Assert.Throws<ArgumentOutOfRangeException>(() => workspace.Workers = 0);
        Assert.Equal(2, workspace.Workers);
        Assert.Same(arena, workspace.Arena);
    }

    /// <summary>Of seven workers three have a tile of samples each.</summary>
    [Fact]
    public void WorkersWithoutSamplesHaveNoMemory()
    {
        var workspace = new Workspace(typeof(Shared), ElementType.Float32, 32, 16, capacity: 12, lengthPerWorker: 1 << 10, shareUnit: 4);
        var length = workspace.Arena.Length;
        workspace.Workers = 7;
        var shares = Enumerable.Range(0, 7).Select(i => new Worker(WorkerPool.OwnTeam!, i, 7)).Select(worker => (worker, Own: worker.Share(12, 4))).Where(share => share.Own.Count > 0).ToArray();

        Assert.Equal(length + (2 << 10), workspace.Arena.Length);
        var starts = shares.Select(share => workspace.StartOf(share.worker, share.Own)).ToArray();
        Assert.Equal([starts[0], starts[0] + (1 << 10), starts[0] + (2 << 10)], starts);
        Assert.True(starts[2] + (1 << 10) <= workspace.Arena.Length);
    }

    /// <summary>Where workers share channels, one without samples has some, too.</summary>
    [Fact]
    public void WorkersWithoutSamplesHaveMemoryWhereTheyNeedIt()
    {
        var workspace = new Workspace(typeof(Shared), ElementType.Float32, 32, 16, capacity: 12, lengthPerWorker: 1 << 10, shareUnit: 0);
        var length = workspace.Arena.Length;
        workspace.Workers = 7;
        var starts = Enumerable.Range(0, 7).Select(i => new Worker(WorkerPool.OwnTeam!, i, 7)).Select(worker => workspace.StartOf(worker, worker.Share(12, 4))).ToArray();

        Assert.Equal(length + (6 << 10), workspace.Arena.Length);
        Assert.Equal(Enumerable.Range(0, 7).Select(i => starts[0] + (i << 10)), starts);
        Assert.True(starts[6] + (1 << 10) <= workspace.Arena.Length);
    }

    /// <summary>Whatever samples there is room for, whatever workers, and whatever of the samples a batch has.</summary>
    [Fact]
    public void TheMemoryOfWorkersLiesApartAndWithinTheWorkspace()
    {
        const int PerWorker = 1 << 10;
        for (var (capacity, workers) = (1, 2); capacity <= 40; (capacity, workers) = workers == 6 ? (capacity + 1, 2) : (capacity, workers + 1))
        {
            var workspace = new Workspace(typeof(Shared), ElementType.Float32, 32, 16, capacity, lengthPerWorker: PerWorker, shareUnit: 4) { Workers = workers };
            for (var samples = 1; samples <= capacity; samples++)
            {
                var starts = Enumerable.Range(0, workers).Select(i => new Worker(WorkerPool.OwnTeam!, i, workers))
                    .Select(worker => (worker, Own: worker.Share(samples, 4))).Where(share => share.Own.Count > 0).Select(share => workspace.StartOf(share.worker, share.Own)).Order().ToArray();

                Assert.All(starts.Zip(starts.Skip(1)), pair => Assert.True(pair.Second - pair.First >= PerWorker));
                Assert.True(starts[0] >= 32 + (16 * workspace.Capacity));
                Assert.True(starts[^1] + PerWorker <= workspace.Arena.Length, $"{samples} of {capacity} samples by {workers} workers");
            }
        }
    }

    /// <summary>Otherwise their hash would say nothing of it: the first convolution alone has 2,400 values for each of 16 samples.</summary>
    [Fact]
    public void LargeImagesHaveMicroBatches()
    {
        var workspace = new SharedLargeImages(1).CreateWorkspace(capacity: 40);
        var length = workspace.Arena.Length;
        workspace.Workers = 2;

        Assert.InRange(workspace.Arena.Length - length, 16 * 6 * 20 * 20, 40 * 6 * 20 * 20);
    }

    [Fact]
    public void ASmallNetworkIsTrainedByOneWorkerUnlessMoreAreAskedFor()
    {
        Assert.Equal(1, WorkerChoice.For(new Emitted.Classifier(1).Description, 8));
        Assert.Equal(Environment.ProcessorCount, WorkerChoice.For(new Shared(1).Description, 1 << 20));
        Assert.Throws<ArgumentOutOfRangeException>("Workers", () => new Trainer(new Shared(1), new Adam()) { Workers = 0 });
    }

    /// <summary>More than one piece of the sum, and a worker that has nothing to do.</summary>
    [Fact]
    public void TheTermsOfRegularizationAreTheSameBits()
    {
        var (network, batch) = (new Shared(1), Batch(20));
        var (alone, together) = (network.CreateGradients(), network.CreateGradients());
        var (workspace, shared) = (network.CreateWorkspace(), network.CreateWorkspace());
        shared.Workers = 7;
        var expected = ((ITrainableNetwork)network).LossAndGradient(batch, workspace, alone);
        var actual = ((ITrainableNetwork)network).LossAndGradient(batch, shared, together);

        Assert.NotEqual(0, expected.Penalty);
        Assert.Equal(expected, actual);
        Assert.Equal(alone.Buffer.AsSpan<float>(), together.Buffer.AsSpan<float>());
    }

    /// <summary>Whichever worker finds it: a part is 8,192 numbers at least.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    [InlineData(20_000)]
    public void AGradientThatIsNotFiniteIsFoundInEveryPart(int place)
    {
        var segments = new[] { new ParameterSegment("weight", [30_000, 1], 0, 0, new Initializer(Init.Zeros, 1, 1, 1)) };
        var gradients = new ParameterBuffer([.. segments], ElementType.Float32);
        var loops = new GradientLoops(gradients, 3);
        Assert.Null(loops.FirstNotFinite());
        for (var round = 0; round < 50; round++)
        {
            gradients.Buffer.AsSpan<float>()[place] = float.NaN;
            Assert.Equal("weight", loops.FirstNotFinite());
            gradients.Buffer.AsSpan<float>()[place] = 1;
            Assert.Null(loops.FirstNotFinite());
        }
    }

    /// <summary>Columns whose samples have another size than the network's, as a batch for another network may have.</summary>
    [Fact]
    public void ColumnsOfAnotherSizeAreRefusedOrTakenAsTheyAre()
    {
        INetwork network = new Shared(1);
        var inputs = new Batch([new ColumnDescription("input", ColumnRole.Input, ElementType.Float32, [71])]);
        var outputs = new Batch([new ColumnDescription("output", ColumnRole.Output, ElementType.Float32, [4])]);
        inputs.Resize(8);
        Assert.Throws<ArgumentException>("input", () => network.Predict(inputs, outputs, 2));
        Assert.Throws<ArgumentException>("output", () => network.Predict(Batch(8), outputs, 2));

        // Half the size, twice the samples: the columns agree on the network's samples, as in the form that takes spans.
        var halves = new Batch([.. ((ITrainableNetwork)network).Description.BatchColumns.Select(column => column.Role == ColumnRole.Input ? new(column.Name, column.Role, column.ElementType, [35]) : column)]);
        halves.Resize(8);
        Assert.Throws<ArgumentException>("target", () => ((ITrainableNetwork)network).LossAndGradient(halves, network.CreateWorkspace(), ((Shared)network).CreateGradients()));
    }

    /// <summary>With one row for all the numbers would be wrong only where two workers happen to be at theirs at the same time.</summary>
    [Fact]
    public void EveryWorkerWritesRowsOfItsOwn()
    {
        const int workers = 3;
        ITrainableNetwork network = new LongRows(1);
        var (batch, workspace) = (new Batch(network.Description.BatchColumns), network.CreateWorkspace(24));
        batch.Resize(24);
        batch[0].AsSpan<float>().Fill(0.5f);
        batch[1].AsSpan<int>().Clear();
        workspace.Workers = workers;
        var arena = workspace.Arena.AsSpan<float>();
        arena.Fill(float.NaN);
        network.LossAndGradient(batch, workspace, new ParameterBuffer(network.Parameters.Segments, ElementType.Float32));

        var starts = Enumerable.Range(0, workers).Select(i => new Worker(WorkerPool.OwnTeam!, i, workers)).Select(worker => workspace.StartOf(worker, worker.Share(24, 4))).ToArray();
        Assert.True(starts[1] - starts[0] >= 90 && starts[2] - starts[1] == starts[1] - starts[0]);
        foreach (var start in starts)
        {
            Assert.False(float.IsNaN(arena[start]), $"place {start}");
        }
    }

    [Fact]
    public void WeightsThatChangeBetweenTwoPartsAreNoticed()
    {
        var (network, outputs) = (new Shared(1), new Batch(new Shared(1).Description.Outputs));
        Assert.Throws<InvalidOperationException>(() => new ChangesBetweenParts(network).Predict(Batch(16), outputs, 2));
    }

    // Five steps in an epoch, the last of which has fewer samples.
    private static string HashAfterTraining(ITrainableNetwork network, int workers, int seed, int samples = 231, int batchSize = 50)
    {
        var random = new Random(5);
        var input = Enumerable.Range(0, samples * network.Description.Inputs[0].Size).Select(_ => (float)random.NextDouble()).ToArray();
        var target = Enumerable.Range(0, samples).Select(_ => random.Next(5)).ToArray();
        var trainer = new Trainer(network, new Adam(1e-2, weightDecay: 1e-4))
        {
            BatchSize = batchSize,
            Seed = seed,
            ClipNorm = 0.1,
            ClipValue = 0.01,
            Workers = workers,
        };
        var before = Hash(network);
        trainer.Fit(Dataset.FromArrays(input, target), epochs: Steps / 5);
        Assert.Equal(Steps, trainer.StepCount);
        Assert.NotEqual(before, Hash(network));
        return Hash(network);
    }

    private static string Hash(ITrainableNetwork network) =>
        Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(network.Parameters.Buffer.AsSpan<float>())));

    internal static Batch Batch(int samples) => Batch(new Shared(1), samples);

    internal static Batch Batch(ITrainableNetwork network, int samples)
    {
        var batch = new Batch(network.Description.BatchColumns);
        batch.Resize(samples);
        batch[0].AsSpan<float>().Fill(0.5f);
        batch[1].AsSpan<int>().Clear();
        return batch;
    }

    /// <summary>A network into whose predictions a whole training step falls.</summary>
    private sealed class ChangesBetweenParts(INetwork network) : INetwork
    {
        public NetworkDescription Description => network.Description;

        public ParameterStore Parameters => network.Parameters;

        public Workspace CreateWorkspace(int capacity = 1) => network.CreateWorkspace(capacity);

        public void Predict(Batch inputs, Batch outputs) => network.Predict(inputs, outputs);

        public void PredictPart(Batch inputs, Batch outputs, Worker worker)
        {
            if (worker.Index == 0)
            {
                Parameters.BeginUpdate();
                Parameters.EndUpdate();
            }
        }
    }
}
