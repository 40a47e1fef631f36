using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Tests.Numeric.Networks;

/// <summary>Each loss twice in a network, in different sizes; several losses together.</summary>
internal static class LossNetworks
{
    private static readonly Dictionary<string, string> Losses = new()
    {
        ["SquaredError"] = "SquaredError",
        ["MeanSquaredError"] = "MeanSquaredError",
        ["MeanAbsoluteError"] = "MeanAbsoluteError",
        ["Huber"] = "Huber",
        ["NarrowHuber"] = "Huber(0.3)",
        ["BinaryCrossEntropy"] = "BinaryCrossEntropy",
        ["CrossEntropyOfClass"] = "SoftmaxCrossEntropy",
        ["CrossEntropyOfDistribution"] = "SoftmaxCrossEntropy(TargetKind = TargetKind.Distribution)",
        ["SparsemaxOfClass"] = "SparsemaxLoss",
        ["SparsemaxOfDistribution"] = "SparsemaxLoss(TargetKind = TargetKind.Distribution)",
        ["Quartic"] = "Loss(\"Quartic\")",
        ["LogCosh"] = "Loss(\"LogCosh\")",
    };

    public static IEnumerable<NetworkSource> All() => Losses.Select((loss, i) => Twice(loss.Key, loss.Value, i)).Concat(Several());

    private static NetworkSource Twice(string name, string layer, int i) => new(
        name + "Twice",
        $"[Input(3, Name = \"x\"), Dense({NetworkSource.Size(i)}), {layer}, Dense({NetworkSource.Size(i + 5)}, From = \"x\"), {layer}]",
        OwnMethods.Losses);

    private static IEnumerable<NetworkSource> Several()
    {
        yield return new NetworkSource("LossOfMatrix", "[Input(2, 3), Dense(5), MeanSquaredError, BinaryCrossEntropy(Weight = 0.5)]");
        yield return new NetworkSource("LossOfInput", "[Input(5), Identity, Huber(0.5)]");
        yield return new NetworkSource("WeightedLosses", """
            [Input(5), Dense(8), Tanh(Name = "t")]
            [Dense(3), SoftmaxCrossEntropy(Weight = 0.7)]
            [Dense(2, From = "t", Name = "value"), MeanSquaredError(Weight = 2.5, Target = "truth"), MeanAbsoluteError(From = "value", Weight = -0.25, Target = "truth")]
            """);
        yield return new NetworkSource("SharedTarget", """
            [Input(4), Dense(6, Name = "h"), Tanh, Dense(3), SoftmaxCrossEntropy(Target = "label")]
            [Dense(3, From = "h", Name = "two"), SparsemaxLoss(Target = "label", Weight = 0.5), SoftmaxCrossEntropy(From = "two", Target = "label"), Output]
            """);
        yield return new NetworkSource("ZeroWeight", """[Input(4), Dense(3, Name = "h"), MeanSquaredError(Weight = 0), MeanAbsoluteError(From = "h")]""");
    }
}
