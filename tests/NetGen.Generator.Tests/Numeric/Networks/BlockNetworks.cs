using System.Collections.Generic;

namespace NetGen.Generator.Tests.Numeric.Networks;

/// <summary>Networks as parts of others.</summary>
internal static class BlockNetworks
{
    public static IEnumerable<NetworkSource> All()
    {
        yield return new NetworkSource(
            "ResidualUnits",
            """
            [Input(2, 6, 6), Conv2D(4, 3, Padding = 1, Bias = false), Block<ResidualUnits.Unit>(Repeat = 2)]
            [Block<ResidualUnits.Narrower>, Block<ResidualUnits.Low>(Repeat = 2, Shared = true), GlobalAvgPool, Dense(4), SoftmaxCrossEntropy]
            """,
            """
            [Network(IsBlock = true), Input(4, 6, 6)]
            [Conv2D(4, 3, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2D(4, 3, Padding = 1, Bias = false), BatchNorm, Add("input"), ReLU]
            internal sealed class Unit;

            [Network(IsBlock = true), Input(4, 6, 6)]
            [Conv2D(5, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm, Conv2D(5, 1, Stride = 2, Bias = false, From = "input"), BatchNorm, Add("batchnorm1"), ReLU]
            internal sealed class Narrower;

            [Network(IsBlock = true), Input(5, 3, 3), BatchNorm(Momentum = 0.5), Dropout(0.25), Conv2D(5, 3, Padding = 1), Tanh]
            internal sealed class Low;
            """);
        yield return new NetworkSource(
            "BlocksOfBlocks",
            """
            [Input(6, Name = "left"), Input(4, Name = "right"), Dense(4, From = "left", Name = "narrowed")]
            [Block<BlocksOfBlocks.Gate>("narrowed", "right", Name = "gate"), Block<BlocksOfBlocks.Twice>(Repeat = 2, Shared = true), Add("gate"), Dense(2), SquaredError]
            """,
            """
            [Network(IsBlock = true), Input(4, Name = "a"), Input(4, Name = "b"), Dense(4, From = "a"), Sigmoid, Multiply("b"), Output]
            internal sealed class Gate;

            [Network(IsBlock = true), Input(4), Dense(4, Name = "first"), GaussianNoise(0.1), Tanh, Dense(4, TiedTo = "first", Transposed = true), MeanSquaredError]
            internal sealed class Inner;

            [Network(IsBlock = true), Input(4), Block<Inner>, Dropout(0.2), Block<Inner>, Add("input")]
            internal sealed class Twice;
            """,
            "L2 = 0.01");
    }
}
