using System.Collections.Generic;
using System.Linq;

namespace NetGen.Samples.Digits.Models;

/// <summary>The networks that the sample can train; a new one is a class with attributes and a line here.</summary>
internal static class ModelRegistry
{
    public const string Default = "mlp";

    private static readonly Model[] Models =
    [
        new("mlp", seed => new Mlp(seed)),
        new("lenet", seed => new LeNet5(seed)),
        new("resnet", seed => new ResNet(seed), LearningRate: 3e-3),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Models.Select(model => model.Name)];

    public static ITrainableNetwork Create(string name, int seed) => Find(name).Create(seed);

    /// <summary>The learning rate that suits a network with the default optimiser; null for the usual one.</summary>
    public static double? LearningRate(string name) => Find(name).LearningRate;

    private static Model Find(string name) => Models.Single(model => model.Name == name);
}
