using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Tests.Numeric.Networks;

/// <summary>Convolutions, pooling and what changes the size of images, over strides, paddings, dilations, groups and odd sizes.</summary>
internal static class ConvolutionNetworks
{
    public static IEnumerable<NetworkSource> All()
    {
        yield return new NetworkSource("ConvolutionsOfSignals", NetworkSource.Separate(
            ("1, 5", "Conv1D(1, 3)"), ("3, 17", "Conv1D(5, 2, Padding = 1)"), ("4, 16", "Conv1D(17, 4, Stride = 2, Same = true)"),
            ("6, 9", "Conv1D(6, 3, Groups = 3, Dilation = 2)"), ("2, 33", "Conv1D(4, 5, Stride = 5, Depthwise = true, Bias = false)"), ("8, 1", "Conv1D(3, 1)")));
        yield return new NetworkSource("ConvolutionsOfImages", NetworkSource.Separate(
            ("1, 5, 5", "Conv2D(2, 3)"), ("2, 4, 7", "Conv2D(3, 2, 3, Padding = 1)"), ("3, 5, 4", "Conv2D(16, 1)"), ("2, 6, 5", "Conv2D(5, 3, Same = true, Bias = false)"),
            ("1, 8, 8", "Conv2D(4, 8)"), ("2, 3, 17", "Conv2D(2, 3, 1)")));
        yield return new NetworkSource("StridedConvolutions", NetworkSource.Separate(
            ("2, 7, 7", "Conv2D(3, 3, Stride = 2, Padding = 1)"), ("1, 9, 5", "Conv2D(2, 2, Strides = new[] { 3, 1 })"), ("3, 4, 4", "Conv2D(2, 2, Stride = 2)"),
            ("2, 5, 8", "Conv2D(17, 3, Stride = 2, Same = true)"), ("2, 6, 6", "Conv2D(2, 1, Stride = 4)")));
        yield return new NetworkSource("DilatedConvolutions", NetworkSource.Separate(
            ("2, 7, 6", "Conv2D(2, 2, Dilation = 3)"), ("1, 7, 9", "Conv2D(3, 3, 2, Dilations = new[] { 2, 4 }, Padding = 1)"), ("2, 9, 5", "Conv2D(2, 3, Dilation = 2, Stride = 2, Same = true)")));
        yield return new NetworkSource("GroupedConvolutions", NetworkSource.Separate(
            ("4, 5, 5", "Conv2D(6, 3, Groups = 2)"), ("3, 4, 5", "Conv2D(6, 2, Depthwise = true, Padding = 1)"), ("17, 3, 3", "Conv2D(17, 3, Groups = 17, Same = true)"),
            ("4, 6, 6", "Conv2D(2, 3, Groups = 2, Stride = 3)")));
        yield return new NetworkSource("TransposedConvolutions", NetworkSource.Separate(
            ("2, 3, 4", "ConvTranspose2D(3, 3)"), ("3, 4, 3", "ConvTranspose2D(2, 3, Padding = 1)"), ("4, 2, 3", "ConvTranspose2D(2, 2, Stride = 2, Groups = 2, Bias = false)"),
            ("2, 3, 3", "ConvTranspose2D(2, 3, 2, Strides = new[] { 2, 3 }, OutputPaddings = new[] { 1, 2 })"), ("2, 3, 2", "ConvTranspose2D(1, 2, Dilation = 2, Padding = 1, OutputPadding = 1)"),
            ("3, 2, 2", "ConvTranspose2D(6, 2, Depthwise = true)")));
        yield return new NetworkSource("MaximumPooling", NetworkSource.Separate(
            ("2, 4, 6", "MaxPool2D(2)"), ("1, 7, 5", "MaxPool2D(3, Stride = 2)"), ("3, 5, 5", "MaxPool2D(2, 3, Stride = 1, Padding = 1)"), ("2, 6, 7", "MaxPool2D(2, Stride = 2, Dilation = 3)"),
            ("17, 3, 3", "MaxPool2D(3)"), ("1, 3, 33", "MaxPool2D(1, 2)")));
        yield return new NetworkSource("MeanPooling", NetworkSource.Separate(
            ("2, 4, 6", "AvgPool2D(2)"), ("1, 7, 5", "AvgPool2D(3, Stride = 2)"), ("3, 5, 5", "AvgPool2D(2, 3, Stride = 1, Padding = 1)"),
            ("2, 5, 6", "AvgPool2D(3, Strides = new[] { 2, 1 }, Padding = 1, CountPadding = false)"), ("17, 3, 3", "GlobalAvgPool"), ("3, 17", "GlobalAvgPool"), ("2, 3, 2, 5", "GlobalAvgPool")));
        yield return new NetworkSource("ResizedImages", NetworkSource.Separate(
            ("2, 3, 4", "Upsample(2)"), ("1, 5, 2", "Upsample(1, 3)"), ("2, 3, 3", "Upsample(2, Interpolation = Interpolation.Bilinear)"),
            ("1, 2, 5", "Upsample(3, 1, Interpolation = Interpolation.Bilinear, AlignCorners = true)"), ("2, 3, 4", "Pad(1)"), ("1, 5, 3", "Pad(0, 2, 1, 3, Value = -0.5)"), ("3, 8", "Pad(2, 1)"),
            ("2, 5, 6", "Crop(1)"), ("3, 4, 9", "Crop(0, 1, 2, 0)"), ("2, 9", "Crop(3)")));
        foreach (var network in Deep().Concat(ManyChannels()))
        {
            yield return network;
        }
    }

    /// <summary>Channels that fill whole vectors, so that samples come one after the other.</summary>
    public static IEnumerable<NetworkSource> Wide()
    {
        yield return new NetworkSource("WideImages", """
            [Input(1, 5, 5), Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU, MaxPool2D(2, Stride = 1), Conv2D(16, 2, Padding = 1), GroupNorm(4), Tanh]
            [AvgPool2D(2, Strides = new[] { 2, 1 }), Flatten, Dense(3), SoftmaxCrossEntropy]
            """);
        yield return new NetworkSource("ImagesInTiles", """
            [Input(1, 5, 5), Conv2D(16, 1), Tanh, Conv2D(16, 3, Padding = 1), ReLU, GlobalAvgPool, Dense(3), SoftmaxCrossEntropy]
            """);
        yield return new NetworkSource("WideSignals", "[Input(1, 18), Conv1D(16, 3, Stride = 2), ReLU, SpatialDropout(0.2), Flatten, Dense(2), SquaredError]");
        yield return new NetworkSource("ColumnsOfMaxima", "[Input(1, 4, 32), MaxPool2D(2, 1, Stride = 2)]");
    }

    /// <summary>So many channels that they lie side by side in memory, and all that keeps that order or turns it back.</summary>
    private static IEnumerable<NetworkSource> ManyChannels()
    {
        yield return new NetworkSource("ManyChannels", """
            [Input(2, 7, 6), Conv2D(9, 3, Same = true), ReLU, MaxPool2D(2), Conv2D(16, 2), GroupNorm(4), Tanh, AvgPool2D(2, Stride = 1, Padding = 1, CountPadding = false)]
            [Flatten, Dense(3), SoftmaxCrossEntropy]
            """);
        yield return new NetworkSource("ManyChannelsInGroups", """
            [Input(4, 5, 5, Name = "x"), Conv2D(16, 3, Groups = 2, Name = "a"), LayerNorm(Axes = 3), SiLU, ConvTranspose2D(8, 2, Stride = 2, Groups = 2, Bias = false, Name = "b"), InstanceNorm(Affine = true)]
            [PReLU(8), Dropout(0.2), Conv2D(10, 3, Stride = 2, Padding = 1), SpatialDropout(0.3), Softmax(Axis = 0), GlobalAvgPool, MeanSquaredError]
            """);
        yield return new NetworkSource("ManyChannelsJoined", """
            [Input(1, 6, 6), Conv2D(8, 3, Padding = 1, Name = "fine"), ReLU(Name = "f"), MaxPool2D(2), Conv2D(12, 3, Same = true, Bias = false), Sigmoid, Upsample(2), Concat("f", "input", Axis = 0)]
            [LocalResponseNorm(3), Conv2D(2, 1, Name = "few"), Output, Pad(1, Value = 0.5), Conv2D(17, 3, Dilation = 2), Crop(1, 0), Output(Name = "many"), Dense(5), Output(Name = "rows")]
            """);
        yield return new NetworkSource("ManyChannelsOfSignals", "[Input(3, 20), Conv1D(8, 4, Stride = 2), GELU, Conv1D(16, 3, Groups = 2, Same = true, Bias = false), LayerNorm, Maxout(3), Reshape(8, 6), Conv1D(8, 2, Dilation = 2), Flatten, Dense(2), SquaredError]");
    }

    /// <summary>Numbers other than zero around what is gathered, and steps that no window takes.</summary>
    public static IEnumerable<NetworkSource> Edges()
    {
        yield return new NetworkSource("PaddedAndGathered", NetworkSource.Separate(
            ("1, 2, 2", "Pad(0, 0, 1, 0, Value = 1), ConvTranspose2D(1, 2)"), ("2, 3, 3", "Pad(1, Value = 4), ConvTranspose2D(3, 3, Padding = 1)"), ("1, 4, 4", "Pad(1, Value = -2), Conv2D(2, 3)")));
        yield return new NetworkSource("StepsThatNothingTakes", NetworkSource.Separate(
            ("1, 4, 4", "Conv2D(2, 1, Stride = 2147483647)"), ("2, 3, 4", "Conv2D(9, 1, Dilation = 2147483647)"), ("2, 3, 3", "MaxPool2D(1, Stride = 1, Dilation = 2147483647)"),
            ("1, 2, 2", "ConvTranspose2D(1, 1, Dilation = 2147483647)"), ("3, 1, 1", "ConvTranspose2D(2, 2, Stride = 2147483647)"), ("4, 7", "Conv1D(3, 7, Stride = 2147483647)")));
    }

    private static IEnumerable<NetworkSource> Deep()
    {
        yield return new NetworkSource("ImageClassifier", "[Input(1, 10, 10), Conv2D(3, 3), ReLU, MaxPool2D(2), Conv2D(5, 3, Same = true), Tanh, AvgPool2D(2), Flatten, Dense(4), SoftmaxCrossEntropy]");
        yield return new NetworkSource("ResidualUnit", """
            [Input(3, 6, 6, Name = "x"), Conv2D(4, 3, Stride = 2, Padding = 1), ReLU, SpatialDropout(0.2), Conv2D(4, 3, Padding = 1, Name = "h")]
            [Conv2D(4, 1, Stride = 2, From = "x"), Add("h"), ReLU, GlobalAvgPool, Dense(3), SoftmaxCrossEntropy]
            """);
        yield return new NetworkSource("ImageAutoencoder", """
            [Input(1, 6, 6), Conv2D(4, 3, Stride = 3), Sigmoid, ConvTranspose2D(1, 3, Stride = 3), Sigmoid, MeanSquaredError]
            """);
        yield return new NetworkSource("SeveralScales", """
            [Input(2, 8, 8, Name = "x"), Conv2D(3, 3, Same = true, Name = "a"), ReLU(Name = "fine"), MaxPool2D(2), Conv2D(3, 3, Same = true), ReLU, Upsample(2), Concat("fine", Axis = 0)]
            [Conv2D(2, 1), Sigmoid, MeanSquaredError]
            """);
        yield return new NetworkSource("SignalOfDense", "[Input(4, 12), Conv1D(6, 3, Same = true), ReLU, Conv1D(6, 3, Dilation = 2), Tanh, Dense(5), Flatten, Dense(2), MeanSquaredError]");
        yield return new NetworkSource("FrozenConvolution", "[Input(2, 5, 5), Conv2D(3, 3, Trainable = false), ReLU, Conv2D(2, 2, L2 = 0.1, L1 = 0.01), Flatten, MeanSquaredError]");
    }
}
