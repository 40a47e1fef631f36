using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Samples.Shared.Options;

/// <summary>The optimisers by name, each with a learning rate that suits networks of this size.</summary>
internal static class OptimizerRegistry
{
    public const string Default = "adam";

    private static readonly (string Name, double LearningRate, Func<double, Optimizer> Create)[] Optimizers =
    [
        ("sgd", 0.1, rate => new Sgd(rate)),
        ("momentum", 0.02, rate => new Momentum(rate)),
        ("nesterov", 0.02, rate => new Nesterov(rate)),
        ("adagrad", 0.01, rate => new Adagrad(rate)),
        ("rmsprop", 5e-4, rate => new RMSProp(rate)),
        ("adam", 1e-3, rate => new Adam(rate)),
        ("adamw", 1e-3, rate => new AdamW(rate)),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Optimizers.Select(optimizer => optimizer.Name)];

    public static Optimizer Create(string name, double? learningRate)
    {
        var (_, usual, create) = Optimizers.Single(optimizer => optimizer.Name == name);
        return create(learningRate ?? usual);
    }
}
