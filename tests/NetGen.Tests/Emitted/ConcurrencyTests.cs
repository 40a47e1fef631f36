using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace NetGen.Tests.Emitted;

/// <summary>Predictions from many threads, and beside training.</summary>
public sealed class ConcurrencyTests
{
    private const int Samples = 37;

    [Fact]
    public async Task EightThreadsPredictAtOnceWithRightResults()
    {
        var network = new Autoencoder(3);
        var inputs = Enumerable.Range(0, 8).Select(Input).ToArray();
        var expected = inputs.Select(input => Predict(network, input)).ToArray();
        using var start = new Barrier(8);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                for (var i = 0; i < 200; i++)
                {
                    Assert.Equal(expected[thread], Predict(network, inputs[thread]));
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
    }

    [Fact]
    public async Task AnotherInstanceTrainsMeanwhile()
    {
        var network = new Autoencoder(3);
        var trained = new Autoencoder(3);
        var input = Input(0);
        var expected = Predict(network, input);
        var steps = 0;
        using var stop = new CancellationTokenSource();
        var training = Task.Run(() =>
        {
            var (workspace, gradients, optimizer) = (trained.CreateWorkspace(), trained.CreateGradients(), new Adam(1e-2));
            while (!stop.IsCancellationRequested)
            {
                trained.LossAndGradient(input, input, workspace, gradients);
                optimizer.Step(trained.Parameters, gradients);
                Volatile.Write(ref steps, steps + 1);
            }
        });
        while (Volatile.Read(ref steps) < 50)
        {
            Assert.Equal(expected, Predict(network, input));
        }

        await stop.CancelAsync();
        await training;
        Assert.NotEqual(expected, Predict(trained, input));
    }

    [Fact]
    public void PredictIsRefusedDuringAStepOfTheSameInstanceAndAllowedAfterIt()
    {
        var network = new Autoencoder(3);
        var input = Input(0);
        network.Parameters.BeginUpdate();
        var exception = Record.Exception(() => Predict(network, input));
        network.Parameters.EndUpdate();
        Assert.IsType<InvalidOperationException>(exception);
        Assert.Contains("between training steps", exception.Message, StringComparison.Ordinal);
        Assert.Equal(Samples * Autoencoder.OutputSize, Predict(network, input).Length);
    }

    [Fact]
    public async Task PredictionsBesideTrainingAreRefusedOrThoseBetweenTwoSteps()
    {
        var network = new Autoencoder(3);
        var input = Input(0);
        var rows = input.Chunk(Autoencoder.InputSize).ToArray();
        var betweenSteps = new HashSet<float> { Predict(network, input)[0] };
        using var stop = new CancellationTokenSource();
        var training = Task.Run(() => new Trainer(network, new Adam(1e-2)) { BatchSize = Samples }.Fit(
            Dataset.FromArrays(rows, rows),
            epochs: int.MaxValue,
            progress: new Callback(() => betweenSteps.Add(Predict(network, input)[0])),
            cancellationToken: stop.Token));

        var (results, refused) = (new List<float>(), 0);
        while ((refused < 3 || results.Count < 100) && !training.IsCompleted)
        {
            try
            {
                results.Add(Predict(network, input)[0]);
            }
            catch (InvalidOperationException)
            {
                refused++;
            }
        }

        await stop.CancelAsync();
        await training;
        Assert.All(results, result => Assert.Contains(result, betweenSteps));
    }

    [Fact]
    public void PreparedValuesFollowTheWeights()
    {
        var network = new Autoencoder(3);
        var input = Input(0);
        var before = Predict(network, input);
        var weight = network.Parameters["encoder.weight"];
        var old = weight[2, 5];
        weight[2, 5] = old + 0.5;
        var after = Predict(network, input);
        Assert.NotEqual(before, after);

        // The encoder reads the weight itself, so that a stale transposed one changes the prediction as well: only one that was
        // prepared from the new weight gives the numbers of a network that never had another.
        var fresh = new Autoencoder(3);
        var freshWeight = fresh.Parameters["encoder.weight"];
        freshWeight[2, 5] = old + 0.5;
        Assert.Equal(Predict(fresh, input), after);

        weight[2, 5] = old;
        Assert.Equal(before, Predict(network, input));
    }

    private static float[] Input(int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, Samples * Autoencoder.InputSize).Select(_ => random.NextSingle()).ToArray();
    }

    private static float[] Predict(Autoencoder network, float[] input)
    {
        var output = new float[Samples * Autoencoder.OutputSize];
        network.Predict(input, output);
        return output;
    }

    private sealed class Callback(Action action) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => action();
    }
}
