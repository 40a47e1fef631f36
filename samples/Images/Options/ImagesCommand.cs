using System;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using NetGen.Samples.Shared.Options;

namespace NetGen.Samples.Images.Options;

/// <summary>The command line: names, defaults and bounds of the options.</summary>
internal sealed class ImagesCommand
{
    private static readonly ImagesOptions Defaults = new();

    private readonly Option<string?> _data = OptionFactory.Path(
        "--data", "The folder with the binary files of CIFAR-10, plain or .gz; without it the sample draws coloured shapes of its own", "DIR");

    private readonly Option<int> _epochs = OptionFactory.Integer(
        "--epochs", "How many times to go through the training images; 0 evaluates only", least: 0, Defaults.Epochs);

    private readonly Option<int> _batchSize = OptionFactory.Integer(
        "--batch-size", "How many images a training step takes", least: 1, Defaults.BatchSize);

    private readonly Option<bool> _noAugment = new("--no-augment")
    {
        Description = "Train on the images as they are; otherwise they are moved, mirrored and partly covered, each epoch in another way",
    };

    private readonly Option<double?> _learningRate = OptionFactory.Positive(
        "--learning-rate", "The learning rate at the start, from which it falls to 0 along half a cosine (default: the optimiser's usual one)");

    private readonly Option<string> _optimizer = OptionFactory.Choice("--optimizer", "The optimiser", OptimizerRegistry.Names, Defaults.Optimizer);

    private readonly Option<int?> _workers = OptionFactory.Count(
        "--workers", "How many threads share a training step (default: as many as the machine has cores)");

    private readonly Option<int> _seed = OptionFactory.Integer(
        "--seed", "Decides the shapes, the initial weights, the order of the samples and what augmentation does to them", least: 0, Defaults.Seed);

    private readonly Option<string?> _save = OptionFactory.Path("--save", "The file to save the weights to", "FILE");

    private readonly Option<string?> _load = OptionFactory.Path("--load", "The file to load the initial weights from", "FILE");

    private readonly Option<string?> _pictures = OptionFactory.Path(
        "--pictures", "The folder to draw into, as SVG: the filters of the first layer, and what they answer to the first test image", "DIR");

    private ImagesCommand()
    {
    }

    /// <summary>The command, which hands the options to a function and returns its exit code.</summary>
    public static RootCommand Create(Func<ImagesOptions, CancellationToken, Task<int>> run)
    {
        var options = new ImagesCommand();
        var command = new RootCommand("Trains a convolutional network that was compiled from attributes to tell small colour images apart.")
        {
            options._data, options._epochs, options._batchSize, options._noAugment, options._learningRate, options._optimizer,
            options._workers, options._seed, options._save, options._load, options._pictures,
        };
        command.SetAction((result, cancellation) => run(options.Read(result), cancellation));
        return command;
    }

    private ImagesOptions Read(ParseResult result) => new()
    {
        Data = result.GetValue(_data),
        Epochs = result.GetValue(_epochs),
        BatchSize = result.GetValue(_batchSize),
        NoAugment = result.GetValue(_noAugment),
        LearningRate = result.GetValue(_learningRate),
        Optimizer = result.GetValue(_optimizer)!,
        Workers = result.GetValue(_workers),
        Seed = result.GetValue(_seed),
        Save = result.GetValue(_save),
        Load = result.GetValue(_load),
        Pictures = result.GetValue(_pictures),
    };
}
