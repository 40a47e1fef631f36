using System;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using NetGen.Samples.Digits.Models;
using NetGen.Samples.Digits.Sources;
using NetGen.Samples.Shared.Options;

namespace NetGen.Samples.Digits.Options;

/// <summary>The command line: names, defaults and bounds of the options.</summary>
internal sealed class DigitsCommand
{
    private static readonly DigitsOptions Defaults = new();

    private readonly Option<string?> _data = OptionFactory.Path(
        "--data", "The folder with the four files of MNIST or Fashion-MNIST, plain or .gz; without it the sample draws digits of its own", "DIR");

    private readonly Option<bool> _download = new("--download")
    {
        Description = $"Fetch MNIST into that folder first (into '{MnistFiles.DefaultFolder}' without --data), checked by its published hashes",
    };

    private readonly Option<Uri> _mirror = OptionFactory.Address("--mirror", "Where to fetch MNIST from", MnistFiles.DefaultMirror);

    private readonly Option<string> _model = OptionFactory.Choice("--model", "The network", ModelRegistry.Names, Defaults.Model);

    private readonly Option<int> _epochs = OptionFactory.Integer(
        "--epochs", "How many times to go through the training images; 0 evaluates only", least: 0, Defaults.Epochs);

    private readonly Option<int> _batchSize = OptionFactory.Integer(
        "--batch-size", "How many images a training step takes", least: 1, Defaults.BatchSize);

    private readonly Option<bool> _augment = new("--augment")
    {
        Description = "Train on images that are moved, turned and warped a little, each epoch in another way; worth more epochs",
    };

    private readonly Option<double?> _learningRate = OptionFactory.Positive(
        "--learning-rate", "The learning rate at the start, from which it falls to 0 along half a cosine (default: the usual one of the optimiser and the network)");

    private readonly Option<string> _optimizer = OptionFactory.Choice("--optimizer", "The optimiser", OptimizerRegistry.Names, Defaults.Optimizer);

    private readonly Option<int?> _workers = OptionFactory.Count(
        "--workers", "How many threads share a training step (default: as many as the machine has cores, or fewer for a small network)");

    private readonly Option<int> _seed = OptionFactory.Integer(
        "--seed", "Decides the images, the initial weights and the order of the samples", least: 0, Defaults.Seed);

    private readonly Option<string?> _save = OptionFactory.Path("--save", "The file to save the weights to", "FILE");

    private readonly Option<string?> _load = OptionFactory.Path("--load", "The file to load the initial weights from", "FILE");

    private DigitsCommand()
    {
    }

    /// <summary>The command, which hands the options to a function and returns its exit code.</summary>
    public static RootCommand Create(Func<DigitsOptions, CancellationToken, Task<int>> run)
    {
        var options = new DigitsCommand();
        var command = new RootCommand("Trains a network that was compiled from attributes to read digits.")
        {
            options._data, options._download, options._mirror, options._model, options._epochs, options._batchSize, options._augment,
            options._learningRate, options._optimizer, options._workers, options._seed, options._save, options._load,
        };
        command.SetAction((result, cancellation) => run(options.Read(result), cancellation));
        return command;
    }

    private DigitsOptions Read(ParseResult result) => new()
    {
        Data = result.GetValue(_data),
        Download = result.GetValue(_download),
        Mirror = result.GetValue(_mirror)!,
        Model = result.GetValue(_model)!,
        Epochs = result.GetValue(_epochs),
        BatchSize = result.GetValue(_batchSize),
        Augment = result.GetValue(_augment),
        LearningRate = result.GetValue(_learningRate),
        Optimizer = result.GetValue(_optimizer)!,
        Workers = result.GetValue(_workers),
        Seed = result.GetValue(_seed),
        Save = result.GetValue(_save),
        Load = result.GetValue(_load),
    };
}
