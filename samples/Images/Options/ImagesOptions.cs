using NetGen.Samples.Shared.Options;

namespace NetGen.Samples.Images.Options;

/// <summary>What the user asks for.</summary>
internal sealed record ImagesOptions
{
    /// <summary>The folder with the files of CIFAR-10, or null for shapes of the sample's own making.</summary>
    public string? Data { get; init; }

    /// <summary>How many times to go through the training images; 0 evaluates only.</summary>
    public int Epochs { get; init; } = 8;

    /// <summary>How many images a training step takes.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Whether training sees every image as it is, instead of moved, mirrored and partly covered.</summary>
    public bool NoAugment { get; init; }

    /// <summary>How many threads share a training step; as many as gain from it where it is null.</summary>
    public int? Workers { get; init; }

    /// <summary>The learning rate at the start, or null for the optimiser's usual one.</summary>
    public double? LearningRate { get; init; }

    /// <summary>The name of the optimiser.</summary>
    public string Optimizer { get; init; } = OptimizerRegistry.Default;

    /// <summary>Decides the shapes, the initial weights, the order of the samples and what augmentation does to them.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The file to save the weights to, or null.</summary>
    public string? Save { get; init; }

    /// <summary>The file to load the initial weights from, or null.</summary>
    public string? Load { get; init; }

    /// <summary>The folder to draw filters and activation maps into, or null.</summary>
    public string? Pictures { get; init; }
}
