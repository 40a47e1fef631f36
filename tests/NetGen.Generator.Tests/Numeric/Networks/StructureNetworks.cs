using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Tests.Numeric.Networks;

/// <summary>Shapes, combinations, noise, and graphs in which values have several consumers or none.</summary>
internal static class StructureNetworks
{
    public static IEnumerable<NetworkSource> All() => Shapes().Concat(Combinations()).Concat(Graphs()).Concat(Noise());

    private static IEnumerable<NetworkSource> Shapes()
    {
        yield return new NetworkSource("FlattenSizes", NetworkSource.Separate(("1", "Flatten"), ("2, 3", "Flatten"), ("3, 5, 2", "Flatten, Tanh"), ("1, 17", "Flatten")));
        yield return new NetworkSource("ReshapeSizes", NetworkSource.Separate(("12", "Reshape(3, -1), Dense(5)"), ("2, 3, 5", "Tanh, Reshape(5, 6)"), ("16", "Dense(18), Reshape(2, 9), Sigmoid")));
        yield return new NetworkSource("ConcatAxes", """
            [Input(2, 3, 4, Name = "a"), Input(2, 3, 4, Name = "b"), Input(2, 1, 4, Name = "c"), Input(2, 3, 13, Name = "d")]
            [Concat("a", "b"), Output(Name = "first")]
            [Concat("a", "c", "b", Axis = 1), Output(Name = "middle")]
            [Concat("a", "d", Axis = 2), Dense(3), Output(Name = "last")]
            [Concat("d", "d", Axis = -1), Output(Name = "twice")]
            """);
    }

    private static IEnumerable<NetworkSource> Combinations()
    {
        foreach (var (name, shape) in new[] { ("CombineMatrices", "2, 3"), ("CombineVectors", "17"), ("CombineNumbers", "1") })
        {
            yield return new NetworkSource(name, $"""
                [Input({shape}, Name = "a"), Input({shape}, Name = "b"), Input({shape}, Name = "c")]
                [Add("a", "b", Name = "sum"), Output]
                [Multiply("a", "b", "c", Name = "product"), Output]
                [Concat("a", "product", "sum", Name = "all"), Output]
                [Sigmoid(From = "sum"), Multiply("product", Name = "mixed"), Output]
                """);
        }

        yield return new NetworkSource("Powers", """[Input(5, Name = "x"), Multiply("x", "x"), Output, Add("x", "x", "x"), Output, Multiply("x"), Dense(2), Output]""");
    }

    private static IEnumerable<NetworkSource> Graphs()
    {
        yield return new NetworkSource("Residual", """[Input(8), Dense(8, Name = "h"), ReLU(Name = "r"), Dense(8), Add("h"), Tanh, Multiply("r"), Dense(3), SoftmaxCrossEntropy]""");
        yield return new NetworkSource("Diamond", """
            [Input(6), Dense(9, Name = "top"), Tanh(Name = "left", From = "top"), Sigmoid(Name = "right", From = "top"), ReLU(Name = "third", From = "top")]
            [Concat("left", "right", "third", "top"), Dense(4), MeanSquaredError]
            """);
        yield return new NetworkSource("Highway", """
            [Input(5), Dense(5), Sigmoid(Name = "t"), Dense(5, From = "input"), ReLU(Name = "h"), Multiply("t", "h", Name = "th")]
            [Multiply("t", "input", Name = "tx"), Add("th", "tx"), Add("input"), MeanSquaredError]
            """);
        yield return new NetworkSource("SeveralInputs", """
            [Input(3, Name = "a"), Input(17, Name = "b"), Input(2, 4, Name = "c")]
            [Dense(8, From = "a"), Tanh(Name = "ha"), Dense(8, From = "b"), Tanh(Name = "hb"), Flatten(From = "c", Name = "hc")]
            [Add("ha", "hb", "hc"), Dense(5, Name = "scores"), Output, Output(From = "ha"), SoftmaxCrossEntropy]
            """);
        yield return new NetworkSource("PassedThrough", """[Input(5, Name = "x"), Output, Dense(3), Output]""");
        yield return new NetworkSource("SameTwice", """[Input(4), Dense(3, Name = "h"), Tanh(Name = "t"), Output(Name = "first"), Output(Name = "second"), Output(From = "h")]""");
        yield return new NetworkSource("UnusedInput", """[Input(3, Name = "used"), Input(4, Name = "unused"), Dense(2, From = "used"), Tanh, MeanSquaredError]""");
        yield return new NetworkSource("UnusedLayer", """[Input(3), Dense(5, Name = "lost"), Dense(2, From = "input"), Tanh, MeanSquaredError]""");
        yield return new NetworkSource("AwkwardNames", """
            [Input(3, Name = "samples"), Input(3, Name = "workspace"), Input(3, Name = "class"), Input(3, Name = "Gradients")]
            [Add("samples", "workspace", "class", "Gradients", Name = "parameters"), Dense(4, Name = "shared"), Tanh(Name = "capacity"), Output(Name = "value")]
            [Dense(2, Name = "Parameters"), MeanSquaredError(Name = "version", Target = "gradient")]
            """);
    }

    /// <summary>Products that write the activation or dropout behind them, too: at the end of the table, so that all others keep their numbers.</summary>
    public static IEnumerable<NetworkSource> SecondResults()
    {
        yield return new NetworkSource("SecondResults", "[Input(40), Dense(64), ReLU, Dropout, Dense(48), ELU, Dropout(0.2), Dense(52), GELU, Dropout(0.3), Dense(3), SoftmaxCrossEntropy]");
        yield return new NetworkSource("SecondResultsOfImages", "[Input(3, 6, 7), Conv2D(20, 3), GELU, Conv2D(20, 1), ReLU, Dropout(0.3), Conv2D(4, 3), SiLU, Flatten, Dense(2), MeanSquaredError]");
        yield return new NetworkSource("SecondResultsOfPositions", "[Input(12, 40), Dense(20), GELU, Dense(3), MeanSquaredError]");
    }

    private static IEnumerable<NetworkSource> Noise()
    {
        yield return new NetworkSource("DropoutSizes", NetworkSource.Separate(NetworkSource.Sizes.Select(size => ($"{size}", "Dropout(0.4)"))));
        yield return new NetworkSource("DropoutBetween", "[Input(6), Dropout(0.2), Dense(17), ReLU, Dropout, Dense(3), Dropout(0.1), SoftmaxCrossEntropy]");
        yield return new NetworkSource("DropoutTwice", """[Input(9, Name = "x"), Dropout(0.3, Name = "one"), Dropout(0.3, Name = "two", From = "x"), Multiply("one"), Dropout(0), Dense(2), MeanSquaredError]""");
        yield return new NetworkSource("NoiseSizes", NetworkSource.Separate(NetworkSource.Sizes.Select(size => ($"{size}", "GaussianNoise(0.5)"))));
        yield return new NetworkSource("NoiseBetween", "[Input(2, 5), GaussianNoise(0.1), Dense(8), Tanh, GaussianNoise(0.3), GaussianNoise(0), MeanSquaredError]");
    }
}
