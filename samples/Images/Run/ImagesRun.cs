using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using NetGen.Samples.Images.Models;
using NetGen.Samples.Images.Options;
using NetGen.Samples.Images.Pictures;
using NetGen.Samples.Images.Reports;
using NetGen.Samples.Images.Sources;
using NetGen.Samples.Shared.Options;

namespace NetGen.Samples.Images.Run;

/// <summary>The whole run: images, network, training, result, pictures.</summary>
internal sealed class ImagesRun(ImagesOptions options, IImagesReporter reporter)
{
    public void Execute(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        CheckPlaces();
        var source = LoadData();
        var network = CreateNetwork();
        var statistics = ImageStatistics.Measure(source.Data.Train);
        var test = source.Data.Test.Augment(new ImagePipeline().Normalize(statistics));
        if (options.Epochs > 0)
        {
            var pipeline = options.NoAugment ? new ImagePipeline() : source.Augmentation;
            Train(network, source.Data.Train.Augment(pipeline.Normalize(statistics)), test, cancellation);
        }

        if (options.Save is { } path)
        {
            network.Save(path);
            reporter.Note($"weights saved to {path}");
        }

        var evaluation = network.Evaluate(test, cancellationToken: CancellationToken.None);
        reporter.ShowClasses(evaluation.ConfusionMatrix!, source.ClassNames);
        if (options.Pictures is { } folder)
        {
            Draw(network, source, test, folder);
        }

        reporter.ShowAccuracy(evaluation.Accuracy, clock.Elapsed);
    }

    // To learn after the training that there is no place for its results would be to lose them.
    private void CheckPlaces()
    {
        if (options.Save is { } path)
        {
            NetworkPersistence.CheckPlace(path);
        }

        if (options.Pictures is { } folder)
        {
            Directory.CreateDirectory(folder);
            PictureFiles.CheckPlaces(folder);
        }
    }

    private ImagesSource LoadData()
    {
        var clock = Stopwatch.StartNew();
        var source = ImagesSource.Load(options);
        var (train, test) = source.Data;
        reporter.Note(FormattableString.Invariant($"{source.Name}: {train.Count} training and {test.Count} test images, ready in {clock.Elapsed.TotalSeconds:0.0} s"));
        return source;
    }

    private ColourNet CreateNetwork()
    {
        var network = new ColourNet(options.Seed);
        reporter.ShowNetwork("convolutional network", network.Description);
        if (options.Load is { } path)
        {
            network.Load(path);
            reporter.Note($"weights loaded from {path}");
        }

        return network;
    }

    private void Train(ColourNet network, IDataset train, IDataset test, CancellationToken cancellation)
    {
        var steps = Math.Ceiling((double)train.Count / options.BatchSize) * options.Epochs;
        var trainer = new Trainer(network, OptimizerRegistry.Create(options.Optimizer, options.LearningRate))
        {
            BatchSize = options.BatchSize,
            Workers = options.Workers,
            Seed = options.Seed,
            Schedule = new CosineSchedule((int)Math.Min(steps, int.MaxValue)),
            ScheduleUnit = ScheduleUnit.Step,
        };
        var result = reporter.ShowTraining(options.Epochs, progress => trainer.Fit(train, test, options.Epochs, progress, cancellation));
        if (result.Cancelled)
        {
            reporter.Note($"training was stopped after {result.Steps} steps");
        }
    }

    private void Draw(ColourNet network, ImagesSource source, AugmentedDataset test, string folder)
    {
        foreach (var path in PictureFiles.Write(folder, network, source, test))
        {
            reporter.Note($"{path} drawn");
        }
    }
}
