using System;
using NetGen.Samples.Shared.Options;

namespace NetGen.Samples.Digits.Options;

/// <summary>What the user asks for.</summary>
internal sealed record DigitsOptions
{
    /// <summary>The folder with the four files of MNIST or Fashion-MNIST, or null for digits of the sample's own making.</summary>
    public string? Data { get; init; }

    /// <summary>Whether to fetch MNIST into that folder first.</summary>
    public bool Download { get; init; }

    /// <summary>Where to fetch it from.</summary>
    public Uri Mirror { get; init; } = new(Sources.MnistFiles.DefaultMirror);

    /// <summary>The name of the network.</summary>
    public string Model { get; init; } = Models.ModelRegistry.Default;

    /// <summary>How many times to go through the training images; 0 evaluates only.</summary>
    public int Epochs { get; init; } = 5;

    /// <summary>How many images a training step takes.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Whether training sees every image moved, turned and warped a little, each epoch in another way.</summary>
    public bool Augment { get; init; }

    /// <summary>How many threads share a training step; as many as gain from it where it is null.</summary>
    public int? Workers { get; init; }

    /// <summary>The learning rate at the start, or null for the usual one of the optimiser and the network.</summary>
    public double? LearningRate { get; init; }

    /// <summary>The name of the optimiser.</summary>
    public string Optimizer { get; init; } = OptimizerRegistry.Default;

    /// <summary>Decides the images, the initial weights and the order of the samples.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The file to save the weights to, or null.</summary>
    public string? Save { get; init; }

    /// <summary>The file to load the initial weights from, or null.</summary>
    public string? Load { get; init; }
}
