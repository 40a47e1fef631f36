using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Tests.Numeric.Networks;

/// <summary>Dense layers: sizes, axes, shared weights, frozen layers, decay.</summary>
internal static class DenseNetworks
{
    public static IEnumerable<NetworkSource> All()
    {
        yield return new NetworkSource("DenseSizes", Sizes());
        yield return new NetworkSource("DenseAxes", Axes());
        yield return new NetworkSource("Perceptron", "[Input(8), Dense(16), ReLU, Dense(17), ReLU, Dense(5), SoftmaxCrossEntropy]");
        yield return new NetworkSource("Classifier", "[Input(3, 4, 4), Flatten, Dense(33), Tanh, Dropout(0.3), Dense(10), SoftmaxCrossEntropy]");
        yield return new NetworkSource("OneToOne", "[Input(1), Dense(1), Sigmoid, Dense(1), SquaredError]");
        yield return new NetworkSource("OneDense", "[Input(3), Dense(2)]");
        yield return new NetworkSource("Linear", "[Input(17), Dense(33, Bias = false), Dense(15, Bias = false), MeanSquaredError]");
        yield return new NetworkSource("DeepAxes", "[Input(3, 5), Dense(8), ReLU, Dense(2), Sigmoid, Reshape(2, 3), Dense(4), Flatten, Dense(3), MeanSquaredError]");
        foreach (var network in Tied().Concat(Frozen()).Concat(Decayed()))
        {
            yield return network;
        }
    }

    private static IEnumerable<NetworkSource> Tied()
    {
        yield return new NetworkSource("Autoencoder", """[Input(17), Dense(5, Name = "encoder"), Tanh, Dense(17, TiedTo = "encoder", Transposed = true), MeanSquaredError]""");
        yield return new NetworkSource("TiedTwice", """[Input(6), Dense(6, Name = "w"), Tanh, Dense(6, TiedTo = "w"), Tanh, Dense(6, TiedTo = "w", Transposed = true, Bias = false), SquaredError]""");
        yield return new NetworkSource("TiedOnInput", """
            [Input(5, Name = "a"), Input(5, Name = "b")]
            [Dense(7, Name = "w", From = "a"), Tanh(Name = "ta")]
            [Dense(7, TiedTo = "w", From = "b"), Sigmoid(Name = "sb")]
            [Multiply("ta", "sb"), Dense(2), MeanSquaredError]
            """);
        yield return new NetworkSource("TransposedOnInput", """
            [Input(5, Name = "a"), Input(18, Name = "b")]
            [Dense(18, Name = "w", From = "a"), Tanh(Name = "ta")]
            [Dense(5, TiedTo = "w", Transposed = true, From = "b"), Tanh(Name = "tb")]
            [Concat("ta", "tb"), Dense(2), MeanSquaredError]
            """);
        yield return new NetworkSource("TransposedFirst", """
            [Input(3), Dense(4, Name = "w", Bias = false), Output(Name = "y")]
            [Dense(3, TiedTo = "w", Transposed = true, Bias = false, Name = "back"), Output(Name = "z")]
            [Dense(4, TiedTo = "w", From = "back"), Output(Name = "u")]
            """);
        yield return new NetworkSource("TiedAxes", """[Input(2, 3, 4), Dense(5, Name = "w"), Sigmoid, Dense(4, TiedTo = "w", Transposed = true), Tanh, Dense(5, TiedTo = "w"), MeanSquaredError]""");
        yield return new NetworkSource("TiedBiases", """
            [Input(4, Name = "a"), Input(4, Name = "b")]
            [Dense(4, Name = "w", From = "a", Trainable = false), ReLU, Dense(4, TiedTo = "w"), Tanh, Add("b"), MeanSquaredError]
            """);
    }

    private static IEnumerable<NetworkSource> Frozen()
    {
        yield return new NetworkSource("FrozenFirst", "[Input(5), Dense(8, Trainable = false), ReLU, Dense(3), SoftmaxCrossEntropy]");
        yield return new NetworkSource("FrozenLast", "[Input(5), Dense(17), Tanh, Dense(3, Trainable = false), SoftmaxCrossEntropy]");
        yield return new NetworkSource("FrozenMiddle", "[Input(5), Dense(3), Tanh, Dense(16, Trainable = false, Bias = false), Tanh, Dense(2), MeanSquaredError]");
        yield return new NetworkSource("FrozenAll", "[Input(3), Dense(4, Trainable = false), Tanh, Dense(2, Trainable = false), MeanSquaredError]");
        yield return new NetworkSource("FrozenBeforeSlopes", "[Input(5), Dense(8, Trainable = false), PReLU, Dense(3, Bias = false), MeanSquaredError]");
        yield return new NetworkSource("FrozenBeforeAllSlopes", "[Input(5), Dense(8, Trainable = false), PReLU(8), Dense(3, Trainable = false), MeanAbsoluteError]");
        yield return new NetworkSource("FrozenBeforeThreshold", "[Input(5), Dense(8, Trainable = false), Threshold, Dense(3), MeanSquaredError]");
        yield return new NetworkSource("FrozenTied", """[Input(5), Dense(5, Name = "w", Trainable = false), Tanh, Dense(5, TiedTo = "w"), Tanh, Dense(5, TiedTo = "w", Transposed = true), MeanSquaredError]""");
    }

    private static IEnumerable<NetworkSource> Decayed()
    {
        yield return new NetworkSource("DecayOfNetwork", "[Input(5), Dense(17), Tanh, PReLU, Dense(3), SoftmaxCrossEntropy]", Arguments: "L1 = 0.01, L2 = 0.1");
        yield return new NetworkSource("DecayOfLayers", "[Input(5), Dense(3, L1 = 0.02), Tanh, Dense(16, L2 = 0.3), Tanh, Dense(2, L1 = 0.01, L2 = 0.02), MeanSquaredError]");
        yield return new NetworkSource("DecayExceptOne", "[Input(5), Dense(3), Tanh, Dense(4, L2 = 0, L1 = 0.05), Tanh, Dense(2, Trainable = false), MeanSquaredError]", Arguments: "L2 = 0.2");
        yield return new NetworkSource("DecayOfShared", """[Input(5), Dense(4, Name = "w"), Tanh, Dense(5, TiedTo = "w", Transposed = true), MeanSquaredError]""", Arguments: "L1 = 0.05, L2 = 0.1");
    }

    /// <summary>Every size as inputs with three of the sizes as outputs, so that every size meets every boundary on the other side.</summary>
    private static string Sizes()
    {
        var sizes = NetworkSource.Sizes;
        return string.Join('\n', sizes.Select((inputs, i) =>
            $"[Input({inputs}, Name = \"x{i}\")]\n" + string.Join('\n', Enumerable.Range(0, 3).Select(k =>
                $"[Dense({sizes[(i + (3 * k)) % sizes.Count]}, From = \"x{i}\", Bias = {(k == 1 ? "false" : "true")}), Output(Name = \"y{i}{k}\")]"))));
    }

    private static string Axes() => string.Join('\n', new[] { "2, 3|4", "3, 17|5", "2, 3, 5|16", "2, 2, 2, 3|3", "1, 16, 8|17", "1, 1, 1|1", "33, 1|2", "4, 1, 15|1" }
        .Select(text => text.Split('|'))
        .Select((part, i) => $"[Input({part[0]}, Name = \"x{i}\"), Dense({part[1]}), {(i % 2 == 0 ? "Tanh, " : string.Empty)}Output(Name = \"y{i}\")]"));
}
