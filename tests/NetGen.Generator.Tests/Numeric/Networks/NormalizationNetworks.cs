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
}
