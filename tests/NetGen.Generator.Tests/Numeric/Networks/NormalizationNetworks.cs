using System.Collections.Generic;

namespace NetGen.Generator.Tests.Numeric.Networks;

/// <summary>Layers that normalise, and dropout of channels.</summary>
internal static class NormalizationNetworks
{
    public static IEnumerable<NetworkSource> All()
    {
        yield return new NetworkSource("LayerNorms", NetworkSource.Separate(
            ("5", "LayerNorm"), ("17", "LayerNorm(Affine = false)"), ("3, 8", "LayerNorm"), ("2, 3, 5", "LayerNorm(Axes = 2)"), ("4, 2, 2", "LayerNorm(Axes = 3, Epsilon = 0.01)"), ("33", "Dense(16), LayerNorm, Tanh")));
        yield return new NetworkSource("GroupNorms", NetworkSource.Separate(
            ("4, 3, 3", "GroupNorm(2)"), ("6, 5", "GroupNorm(3, Affine = false)"), ("8", "GroupNorm(2)"), ("3, 2, 7", "GroupNorm(1)"), ("5, 17", "GroupNorm(5)")));
        yield return new NetworkSource("InstanceNorms", NetworkSource.Separate(("3, 4, 4", "InstanceNorm"), ("2, 17", "InstanceNorm(Affine = true)"), ("2, 3, 2, 3", "InstanceNorm(Epsilon = 0.1)")));
        yield return new NetworkSource("ResponseNorms", NetworkSource.Separate(
            ("5, 3, 3", "LocalResponseNorm(3)"), ("6, 4", "LocalResponseNorm(4, Alpha = 0.5, Beta = 0.6, K = 2)"), ("3, 2, 5", "LocalResponseNorm(7, Alpha = 1)"), ("17, 2", "LocalResponseNorm(1, Alpha = 0.2)")));
        yield return new NetworkSource("ChannelDropout", NetworkSource.Separate(("4, 3, 3", "SpatialDropout"), ("5, 7", "SpatialDropout(0.2)"), ("17, 1, 2", "SpatialDropout(0.7)"), ("3", "SpatialDropout(0)")));
        yield return new NetworkSource("NormalizedClassifier", "[Input(2, 6, 6), Conv2D(4, 3, Bias = false), GroupNorm(2), ReLU, InstanceNorm(Affine = true), Flatten, LayerNorm, Dense(3), SoftmaxCrossEntropy]");
    }

    public static IEnumerable<NetworkSource> OfBatches()
    {
        yield return new NetworkSource("BatchNorms", NetworkSource.Separate(
            ("5", "BatchNorm"), ("17", "BatchNorm(Affine = false)"), ("3, 4", "BatchNorm(Momentum = 1)"), ("2, 3, 5", "BatchNorm(Momentum = 0, Epsilon = 0.01)"), ("16, 2, 2", "BatchNorm(Trainable = false)"), ("1, 9, 7", "BatchNorm")));
        yield return new NetworkSource("BatchNormsBehindWeights", NetworkSource.Separate(
            ("6", "Dense(17, Bias = false), BatchNorm, Tanh"), ("2, 5, 5", "Conv2D(3, 3, Bias = false), BatchNorm, ReLU"), ("4, 5, 4", "Conv2D(16, 3, Same = true, Bias = false), BatchNorm, SiLU"), ("4, 6", "Conv1D(6, 3, Groups = 2, Bias = false), BatchNorm(Affine = false)"),
            ("3, 4", "Dense(8), BatchNorm"), ("2, 3, 3", "ConvTranspose2D(3, 2, Stride = 2, Bias = false), BatchNorm")));
        yield return new NetworkSource("BatchNormsOfTheSame", """
            [Input(5), BatchNorm(Momentum = 1, Epsilon = 1), Output]
            [BatchNorm(Momentum = 1, Epsilon = 1, From = "input"), Output, Dropout(From = "input"), BatchNorm(Momentum = 0.5)]
            """);
        yield return new NetworkSource("SumsOfNumbers", "[Input(3, 4), Activation(nameof(Number)), GELU, Loss(nameof(First))]", """
            private static float Number(float x) => 1.25f;

            private static float First(float prediction, float target) => prediction;
            """);
        yield return new NetworkSource("ResidualImages", """
            [Input(2, 6, 6), Conv2D(8, 3, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2D(8, 3, Padding = 1, Bias = false), BatchNorm, Add("relu1"), ReLU, Conv2D(16, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm]
            [Conv2D(16, 1, Stride = 2, Bias = false, From = "relu2", Name = "projection"), BatchNorm, Add("batchnorm3"), ReLU, GlobalAvgPool, Dense(4), SoftmaxCrossEntropy]
            """);
    }
}
