using System.Collections.Generic;

namespace NetGen.Generator.Tests.PyTorch;

/// <summary>The networks of reference_vision.py, declared as a user declares them.</summary>
internal static class VisionNetworks
{
    public static IReadOnlyDictionary<string, string> Declarations { get; } = new Dictionary<string, string>
    {
        ["convolutions_of_signals"] = """
            [Input(4, 13)]
            [Conv1D(3, 3, Name = "plain", From = "input"), Output]
            [Conv1D(6, 5, Stride = 3, Padding = 2, Name = "strided", From = "input"), Output]
            [Conv1D(6, 3, Dilation = 4, Padding = 1, Groups = 2, Bias = false, Name = "grouped", From = "input"), Output]
            [Conv1D(5, 4, Same = true, Name = "same", From = "input"), Output]
            [Conv1D(8, 2, Stride = 2, Depthwise = true, Name = "depthwise", From = "input"), Output]
            """,
        ["convolutions_of_images"] = """
            [Input(2, 7, 9)]
            [Conv2D(3, 3, Name = "plain", From = "input"), Output]
            [Conv2D(4, 1, 4, Paddings = new[] { 0, 2 }, Name = "rectangular", From = "input"), Output]
            [Conv2D(5, 3, Stride = 2, Padding = 1, Name = "strided", From = "input"), Output]
            [Conv2D(3, 2, 3, Strides = new[] { 3, 2 }, Paddings = new[] { 1, 2 }, Name = "uneven", From = "input"), Output]
            [Conv2D(3, 3, 2, Dilations = new[] { 2, 3 }, Paddings = new[] { 3, 1 }, Bias = false, Name = "dilated", From = "input"), Output]
            [Conv2D(4, 3, Padding = 1, Groups = 2, Name = "grouped", From = "input"), Output]
            [Conv2D(17, 1, Name = "pointwise", From = "input"), Output]
            [Conv2D(4, 7, 9, Name = "whole", From = "input"), Output]
            [Conv2D(3, 4, 2, Same = true, Name = "same", From = "input"), Output]
            """,
        ["transposed_convolutions"] = """
            [Input(4, 3, 5)]
            [ConvTranspose2D(3, 3, Name = "plain", From = "input"), Output]
            [ConvTranspose2D(2, 3, 2, Strides = new[] { 2, 3 }, OutputPaddings = new[] { 1, 2 }, Name = "strided", From = "input"), Output]
            [ConvTranspose2D(6, 2, Stride = 2, Groups = 2, Bias = false, Name = "grouped", From = "input"), Output]
            [ConvTranspose2D(2, 3, Padding = 1, Name = "padded", From = "input"), Output]
            [ConvTranspose2D(1, 2, 3, Dilations = new[] { 3, 2 }, Paddings = new[] { 1, 0 }, Stride = 2, Name = "dilated", From = "input"), Output]
            """,
        ["pooling"] = """
            [Input(2, 7, 9)]
            [Conv2D(3, 2)]
            [MaxPool2D(2, Name = "halved", From = "conv2d1"), Output]
            [MaxPool2D(3, Stride = 2, Name = "overlapping", From = "conv2d1"), Output]
            [MaxPool2D(3, 2, Strides = new[] { 2, 1 }, Padding = 1, Name = "padded", From = "conv2d1"), Output]
            [MaxPool2D(2, Stride = 1, Dilations = new[] { 3, 2 }, Name = "dilated", From = "conv2d1"), Output]
            [AvgPool2D(2, Name = "mean", From = "conv2d1"), Output]
            [AvgPool2D(3, Stride = 2, Padding = 1, CountPadding = false, Name = "inside", From = "conv2d1"), Output]
            [AvgPool2D(3, 4, Strides = new[] { 1, 2 }, Paddings = new[] { 1, 2 }, Name = "around", From = "conv2d1"), Output]
            [GlobalAvgPool(Name = "whole", From = "conv2d1"), Output]
            """,
        ["resizing"] = """
            [Input(2, 3, 4)]
            [Conv2D(3, 2)]
            [Upsample(2, Name = "nearest", From = "conv2d1"), Output]
            [Upsample(1, 3, Name = "uneven", From = "conv2d1"), Output]
            [Upsample(3, 2, Interpolation = Interpolation.Bilinear, Name = "bilinear", From = "conv2d1"), Output]
            [Upsample(2, Interpolation = Interpolation.Bilinear, AlignCorners = true, Name = "corners", From = "conv2d1"), Output]
            [Pad(1, 3, 2, 0, Value = 0.5, Name = "padded", From = "conv2d1"), Output]
            [Crop(1, 0, 1, 1, Name = "cropped", From = "conv2d1"), Output]
            """,
        ["normalisations"] = """
            [Input(6, 3, 4)]
            [LayerNorm(Name = "rows", From = "input"), Output]
            [LayerNorm(Axes = 3, Epsilon = 0.01, Name = "all", From = "input"), Output]
            [GroupNorm(3, Name = "groups", From = "input"), Output]
            [GroupNorm(1, Affine = false, Name = "ungrouped", From = "input"), Output]
            [InstanceNorm(Affine = true, Name = "instance", From = "input"), Output]
            [InstanceNorm(Name = "bare", From = "input"), Output]
            [LocalResponseNorm(5, Alpha = 0.5, Beta = 0.6, K = 1.5, Name = "response", From = "input"), Output]
            [LocalResponseNorm(2, Name = "narrow", From = "input"), Output]
            """,
        ["small_image_classifier"] = """
            [Input(1, 16, 16)]
            [Conv2D(4, 5, Name = "conv1"), ReLU, MaxPool2D(2)]
            [Conv2D(8, 3, Name = "conv2"), Tanh, AvgPool2D(2)]
            [Flatten, Dense(12), ReLU, Dense(5)]
            [SoftmaxCrossEntropy]
            """,
        ["residual_images"] = """
            [Input(3, 8, 6)]
            [Conv2D(6, 3, Stride = 2, Padding = 1, Name = "conv1"), ReLU, Conv2D(6, 3, Padding = 1, Name = "conv2")]
            [Conv2D(6, 1, Stride = 2, Name = "shortcut", From = "input"), Add("conv2"), ReLU]
            [GlobalAvgPool, Dense(3)]
            [SoftmaxCrossEntropy]
            """,
        ["images_in_tiles"] = """
            [Input(3, 11, 9), Conv2D(16, 1, Name = "conv1"), ReLU]
            [Conv2D(16, 3, Padding = 1, Name = "conv2"), ReLU, Conv2D(16, 3, Name = "conv3"), Tanh]
            [GlobalAvgPool, Dense(3)]
            [SoftmaxCrossEntropy]
            """,
        ["batch_normalisations"] = """
            [Input(4, 3, 5)]
            [BatchNorm(Name = "images", From = "input"), Output]
            [BatchNorm(Affine = false, Momentum = 1, Name = "bare", From = "input"), Output]
            [BatchNorm(Momentum = 0.7, Epsilon = 0.1, Name = "quick", From = "input"), Output]
            [Reshape(4, 15, From = "input", Name = "lines"), BatchNorm(Momentum = 0, Name = "rows"), Output]
            [Flatten(From = "input"), Dense(6, Bias = false), BatchNorm(Name = "units"), Output]
            """,
        ["normalised_residual_images"] = """
            [Input(3, 8, 8)]
            [Conv2D(8, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm(Name = "norm1"), ReLU]
            [Conv2D(8, 3, Stride = 2, Padding = 1, Groups = 2, Bias = false, Name = "conv2"), BatchNorm(Name = "norm2")]
            [Conv2D(8, 1, Stride = 2, Bias = false, Name = "shortcut", From = "input"), BatchNorm(Name = "norm3"), Add("norm2"), ReLU]
            [GlobalAvgPool, Dense(3)]
            [SoftmaxCrossEntropy]
            """,
    };
}
