using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Tests.Numeric.Networks;

/// <summary>Each loss in all sizes at once, and at the end of a small network; several losses together.</summary>
internal static class LossNetworks
{
    private const string OwnLosses = """
            private static float Quartic(float prediction, float target) => MathF.Pow(prediction - target, 4) + (0.1f * prediction * prediction);

            private static float LogCosh(float prediction, float target) => MathF.Log(MathF.Exp(prediction - target) + MathF.Exp(target - prediction));
        """;

    private static readonly Dictionary<string, (string Layer, bool OfClasses)> Losses = new()
    {
        ["SquaredError"] = ("SquaredError", false),
        ["MeanSquaredError"] = ("MeanSquaredError", false),
        ["MeanAbsoluteError"] = ("MeanAbsoluteError", false),
        ["Huber"] = ("Huber", false),
        ["NarrowHuber"] = ("Huber(0.3)", false),
        ["BinaryCrossEntropy"] = ("BinaryCrossEntropy", false),
        ["CrossEntropyOfClass"] = ("SoftmaxCrossEntropy", true),
        ["CrossEntropyOfDistribution"] = ("SoftmaxCrossEntropy(TargetKind = TargetKind.Distribution)", true),
        ["SparsemaxOfClass"] = ("SparsemaxLoss", true),
        ["SparsemaxOfDistribution"] = ("SparsemaxLoss(TargetKind = TargetKind.Distribution)", true),
        ["Quartic"] = ("Loss(\"Quartic\")", false),
        ["LogCosh"] = ("Loss(\"LogCosh\")", false),
    };

    public static IEnumerable<NetworkSource> All()
    {
        foreach (var (name, (layer, ofClasses)) in Losses)
        {
            var shapes = ofClasses ? NetworkSource.Vectors : NetworkSource.Vectors.Append("2, 3, 5");
            yield return new NetworkSource(
                name + "Sizes",
                string.Join('\n', shapes.Select((shape, i) => $"[Input({shape}, Name = \"x{i}\"), Dense({(i * 5 % 4) + 1}), {layer}]")),
                OwnLosses);
            yield return new NetworkSource(name + "Alone", $"[Input(5), Identity, {layer}]", OwnLosses);
            yield return new NetworkSource(name + "AfterDense", $"[Input(6), Dense(17), Tanh, Dense(5), {layer}]", OwnLosses);
        }

        yield return new NetworkSource("WeightedLosses", """
            [Input(5), Dense(8, Name = "h"), Tanh(Name = "t")]
            [Dense(3, Name = "class"), SoftmaxCrossEntropy(Weight = 0.7, Name = "classLoss")]
            [Dense(2, From = "t", Name = "value"), MeanSquaredError(Weight = 2.5, Target = "truth"), MeanAbsoluteError(From = "value", Weight = -0.25, Target = "truth")]
            """);
        yield return new NetworkSource("SharedTarget", """
            [Input(4), Dense(6, Name = "h"), Tanh, Dense(3, Name = "one"), SoftmaxCrossEntropy(Target = "label")]
            [Dense(3, From = "h", Name = "two"), SparsemaxLoss(Target = "label", Weight = 0.5), SoftmaxCrossEntropy(From = "two", Target = "label")]
            """);
        yield return new NetworkSource("AuxiliaryLoss", """
            [Input(6), Dense(9, Name = "h"), ReLU, Dense(4, Name = "early"), SoftmaxCrossEntropy(Weight = 0.3, Name = "first")]
            [Dense(7, From = "h"), Tanh, Dense(4, Name = "late"), SoftmaxCrossEntropy(Target = "target", Name = "second"), Output(Name = "scores", From = "late")]
            """);
        yield return new NetworkSource("ZeroWeight", "[Input(4), Dense(3, Name = \"h\"), MeanSquaredError(Weight = 0), MeanAbsoluteError(From = \"h\")]");
    }
}
