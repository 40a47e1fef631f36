using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Tests.Numeric.Networks;

/// <summary>Dense layers: sizes, axes, shared weights, frozen layers, decay.</summary>
internal static class DenseNetworks
{
    public static IEnumerable<NetworkSource> All()
    {
        // Every size as inputs against one on the other side of a boundary as outputs.
        yield return new NetworkSource("DenseSizes", NetworkSource.Separate(
            NetworkSource.Sizes.Select((inputs, i) => ($"{inputs}", $"Dense({NetworkSource.Size((4 * i) + 1)}, Bias = {(i % 3 == 1 ? "false" : "true")})"))));
        yield return new NetworkSource("DenseAxes", NetworkSource.Separate(
            ("2, 3", "Dense(4)"), ("3, 17", "Dense(5)"), ("2, 3, 5", "Dense(16), Tanh"), ("1, 2, 2, 8", "Dense(17, Bias = false)"), ("33, 1", "Dense(1)")));
        yield return new NetworkSource("Perceptron", "[Input(8), Dense(16), ReLU, Dense(17), ReLU, Dense(5), SoftmaxCrossEntropy]");
        yield return new NetworkSource("Classifier", "[Input(3, 4, 4), Flatten, Dense(33), Tanh, Dropout(0.3), Dense(10), SoftmaxCrossEntropy]");
        yield return new NetworkSource("OneToOne", "[Input(1), Dense(1), Sigmoid, Dense(1), SquaredError]");
        yield return new NetworkSource("OneDense", "[Input(3), Dense(2)]");
        yield return new NetworkSource("DeepAxes", "[Input(3, 5), Dense(8), ReLU, Dense(2), Sigmoid, Reshape(2, 3), Dense(4), Flatten, Dense(3), MeanSquaredError]");
        foreach (var network in Tied().Concat(Frozen()).Concat(Decayed()))
        {
            yield return network;
        }
    }

    /// <summary>Networks that prepare several values before a prediction begins.</summary>
    public static IEnumerable<NetworkSource> Prepared()
    {
        yield return new NetworkSource("TransposedTwice", """
            [Input(17), Dense(6, Name = "outer"), Tanh, Dense(5, Name = "inner"), Tanh]
            [Dense(6, TiedTo = "inner", Transposed = true), Tanh, Dense(17, TiedTo = "outer", Transposed = true), MeanSquaredError]
            """);
    }

    /// <summary>Networks in which values become one that are computed alike.</summary>
    public static IEnumerable<NetworkSource> Merged()
    {
        // Two parameters with one gradient, which each of them needs in memory of its own.
        yield return new NetworkSource("OneGradientTwice", """
            [Input(5), Dense(17, Name = "left"), Dense(17, From = "input", Name = "right"), Add("left"), Tanh, Dense(3), SquaredError]
            """);
    }

    /// <summary>Layers wider than a tile of four vectors, in every width of vectors, and rows longer than one.</summary>
    public static IEnumerable<NetworkSource> Wide()
    {
        yield return new NetworkSource("WideTiles", "[Input(3), Dense(100), Tanh, Dense(3), ReLU, Dense(75), Sigmoid, Dense(2), Dense(37), SoftmaxCrossEntropy]");
        yield return new NetworkSource("OneOverTheChains", "[Input(17), Dense(3), GELU, Dense(33), Softplus, Dense(2), SquaredError]");

        // Its gradient is one kernel within a sample, with locals of one name in blocks and around them.
        yield return new NetworkSource("LongRow", "[Input(160), LogSoftmax, HardSwish, Maxout(160), MeanSquaredError]");
    }

    /// <summary>Networks so small that the samples of a group lie in the lanes of all layers.</summary>
    public static IEnumerable<NetworkSource> VerySmall()
    {
        yield return new NetworkSource("VerySmallClassifier", "[Input(4), Dense(18), Tanh, Dense(3), SoftmaxCrossEntropy]");
        yield return new NetworkSource("VerySmallDistribution", "[Input(5), Dense(9), LeakyReLU(0.1), Dropout(0.3), Dense(5), LogSoftmax, Output, Dense(3), SoftmaxCrossEntropy(TargetKind = TargetKind.Distribution)]");
        yield return new NetworkSource("VerySmallNumber", "[Input(1), Dense(9), Softplus, Dense(9), Tanh, Dense(1), Huber(0.3)]");
        yield return new NetworkSource("VerySmallBranches", """
            [Input(3, Name = "a"), Input(6, Name = "b"), Concat("a"), Dense(10, Name = "left"), GELU, LayerNorm]
            [Dense(10, From = "b", Name = "right"), Multiply("left"), BatchNorm, Dense(9, TiedTo = "left", Transposed = true, Bias = false), Output]
            [Dense(4, From = "right"), SparsemaxLoss, Dense(2, From = "right"), BinaryCrossEntropy(Weight = 0.5)]
            """);

        // A weight of two panels of 16, and one whose axis in the lanes is summed over in the other direction.
        yield return new NetworkSource("VerySmallPanels", """[Input(6), Dense(19, Name = "w"), Sigmoid, Dense(6, TiedTo = "w", Transposed = true), Sparsemax, Dense(2), MeanAbsoluteError]""");
        yield return new NetworkSource("VerySmallMatrix", "[Input(2, 4), Dense(9), Softmax, Flatten, Dense(2), SquaredError]");
    }

    private static IEnumerable<NetworkSource> Tied()
    {
        yield return new NetworkSource("Autoencoder", """[Input(17), Dense(5, Name = "encoder"), Tanh, Dense(17, TiedTo = "encoder", Transposed = true), MeanSquaredError]""");
        yield return new NetworkSource("TiedTwice", """[Input(6), Dense(6, Name = "w"), Tanh, Dense(6, TiedTo = "w"), Tanh, Dense(6, TiedTo = "w", Transposed = true, Bias = false), SquaredError]""");
        yield return new NetworkSource("TiedOnInput", """
            [Input(5, Name = "a"), Input(5, Name = "b")]
            [Dense(7, Name = "w", From = "a"), Tanh(Name = "ta")]
            [Dense(7, TiedTo = "w", From = "b"), Sigmoid(Name = "sb")]
            [Multiply("ta", "sb"), MeanSquaredError]
            """);
        yield return new NetworkSource("TransposedOnInput", """
            [Input(5, Name = "a"), Input(18, Name = "b")]
            [Dense(18, Name = "w", From = "a"), Tanh(Name = "ta")]
            [Dense(5, TiedTo = "w", Transposed = true, From = "b"), Tanh(Name = "tb")]
            [Concat("ta", "tb"), MeanSquaredError]
            """);
        yield return new NetworkSource("TransposedOutput", """
            [Input(3), Dense(4, Name = "w", Bias = false), Output(Name = "y")]
            [Dense(3, TiedTo = "w", Transposed = true, Bias = false, Name = "back"), Output(Name = "z")]
            """);
        yield return new NetworkSource("TiedAxes", """[Input(2, 3, 4), Dense(5, Name = "w"), Sigmoid, Dense(4, TiedTo = "w", Transposed = true), Tanh, Dense(5, TiedTo = "w"), MeanSquaredError]""");
    }

    private static IEnumerable<NetworkSource> Frozen()
    {
        yield return new NetworkSource("FrozenFirst", "[Input(5), Dense(8, Trainable = false), ReLU, Dense(3), SoftmaxCrossEntropy]");
        yield return new NetworkSource("FrozenMiddle", "[Input(5), Dense(3), Tanh, Dense(16, Trainable = false, Bias = false), Tanh, Dense(2, Trainable = false), MeanSquaredError]");
        yield return new NetworkSource("FrozenAll", "[Input(3), Dense(4, Trainable = false), Tanh, MeanSquaredError]");
        yield return new NetworkSource("FrozenBeforeSlopes", "[Input(5), Dense(8, Trainable = false), PReLU, Dense(3, Trainable = false), MeanSquaredError]");
        yield return new NetworkSource("FrozenShared", """[Input(5), Dense(5, Name = "w", Trainable = false), Tanh, Dense(5, TiedTo = "w"), Tanh, Dense(5, TiedTo = "w", Transposed = true), MeanSquaredError]""");
        yield return new NetworkSource("FrozenBeforeThreshold", "[Input(5), Dense(8, Trainable = false), Threshold, Dense(3), MeanSquaredError]");
    }

    private static IEnumerable<NetworkSource> Decayed()
    {
        yield return new NetworkSource("DecayOfNetwork", """[Input(5), Dense(17, Name = "w"), Tanh, PReLU, Dense(5, TiedTo = "w", Transposed = true), MeanSquaredError]""", Arguments: "L1 = 0.01, L2 = 0.1");
        yield return new NetworkSource("DecayOfLayers", "[Input(5), Dense(3, L1 = 0.02), Tanh, Dense(16, L2 = 0, L1 = 0.05), Tanh, Dense(2, Trainable = false), MeanSquaredError]", Arguments: "L2 = 0.2");
    }
}
