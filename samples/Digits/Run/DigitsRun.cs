using System;
using System.Diagnostics;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using NetGen.Samples.Digits.Models;
using NetGen.Samples.Digits.Options;
using NetGen.Samples.Digits.Reports;
using NetGen.Samples.Digits.Sources;
using NetGen.Samples.Shared.Options;

namespace NetGen.Samples.Digits.Run;

/// <summary>The whole run: images, network, training, result.</summary>
internal sealed class DigitsRun(DigitsOptions options, IDigitsReporter reporter)
{
    private const int MisreadShown = 6;

    public async Task ExecuteAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        if (options.Save is { } place)
        {
            // To learn after the training that there is no place for the weights would be to lose them.
            NetworkPersistence.CheckPlace(place);
        }

        if (options.Download)
        {
            await DownloadAsync(cancellation);
        }

        var data = LoadData();
        var network = CreateNetwork();
        if (options.Epochs > 0)
        {
            Train(network, data, cancellation);
        }

        if (options.Save is { } path)
        {
            network.Save(path);
            reporter.Note($"weights saved to {path}");
        }

        var evaluation = network.Evaluate(data.Test, cancellationToken: CancellationToken.None);
        reporter.ShowConfusion(evaluation.ConfusionMatrix!);
        reporter.ShowMisread(MisreadFinder.Find(network, data.Test, MisreadShown));
        reporter.ShowAccuracy(evaluation.Accuracy, clock.Elapsed);
    }

    private async Task DownloadAsync(CancellationToken cancellation)
    {
        using var client = new HttpClient();
        await new MnistDownload(client, options.Mirror, MnistFiles.All).FetchAsync(options.Data!, reporter.Note, cancellation);
    }

    private DatasetPair LoadData()
    {
        var clock = Stopwatch.StartNew();
        var data = DigitsSource.Load(options);
        reporter.Note(
            FormattableString.Invariant($"{DigitsSource.Name(options)}: {data.Train.Count} training and {data.Test.Count} test images, ready in {clock.Elapsed.TotalSeconds:0.0} s"));
        return data;
    }

    private ITrainableNetwork CreateNetwork()
    {
        var network = ModelRegistry.Create(options.Model, options.Seed);
        reporter.ShowNetwork(options.Model, network.Description);
        if (options.Load is { } path)
        {
            network.Load(path);
            reporter.Note($"weights loaded from {path}");
        }

        return network;
    }

    private void Train(ITrainableNetwork network, DatasetPair data, CancellationToken cancellation)
    {
        IDataset train = options.Augment ? data.Train.Augment(DigitsAugmentation.Pipeline) : data.Train;
        var steps = Math.Ceiling((double)data.Train.Count / options.BatchSize) * options.Epochs;
        var usualRate = options.Optimizer == OptimizerRegistry.Default ? ModelRegistry.LearningRate(options.Model) : null;
        var trainer = new Trainer(network, OptimizerRegistry.Create(options.Optimizer, options.LearningRate ?? usualRate))
        {
            BatchSize = options.BatchSize,
            Workers = options.Workers,
            Seed = options.Seed,
            Schedule = new CosineSchedule((int)Math.Min(steps, int.MaxValue)),
            ScheduleUnit = ScheduleUnit.Step,
        };
        var result = reporter.ShowTraining(
            options.Epochs, progress => trainer.Fit(train, data.Test, options.Epochs, progress, cancellation));
        if (result.Cancelled)
        {
            reporter.Note($"training was stopped after {result.Steps} steps");
        }
    }
}
