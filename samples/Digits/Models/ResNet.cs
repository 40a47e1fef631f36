namespace NetGen.Samples.Digits.Models;

/// <summary>A small residual network (He, Zhang, Ren and Sun, 2016) of ten convolutions, with batch normalisation: 42,938 parameters.</summary>
[Network]
[Input(1, 28, 28)]
[Conv2D(16, 3, Padding = 1, Bias = false, WeightInit = Init.HeNormal), BatchNorm, ReLU, MaxPool2D(2)]
[Block<Unit>(Repeat = 2)]
[Block<Widening>, Block<WideUnit>]
[GlobalAvgPool]
[Dense(10)]
[SoftmaxCrossEntropy]
public sealed partial class ResNet
{
    /// <summary>Two convolutions whose result is added to what they take.</summary>
    [Network(IsBlock = true)]
    [Input(16, 14, 14)]
    [Conv2D(16, 3, Padding = 1, Bias = false, WeightInit = Init.HeNormal), BatchNorm, ReLU]
    [Conv2D(16, 3, Padding = 1, Bias = false, WeightInit = Init.HeNormal), BatchNorm, Add("input"), ReLU]
    internal sealed class Unit;

    /// <summary>A unit with half the resolution and twice the channels, so that what it takes is projected before it is added.</summary>
    [Network(IsBlock = true)]
    [Input(16, 14, 14)]
    [Conv2D(32, 3, Stride = 2, Padding = 1, Bias = false, WeightInit = Init.HeNormal), BatchNorm, ReLU]
    [Conv2D(32, 3, Padding = 1, Bias = false, WeightInit = Init.HeNormal), BatchNorm(Name = "convolved")]
    [Conv2D(32, 1, Stride = 2, Bias = false, From = "input", Name = "projection"), BatchNorm, Add("convolved"), ReLU]
    internal sealed class Widening;

    /// <summary>A unit of the lower resolution.</summary>
    [Network(IsBlock = true)]
    [Input(32, 7, 7)]
    [Conv2D(32, 3, Padding = 1, Bias = false, WeightInit = Init.HeNormal), BatchNorm, ReLU]
    [Conv2D(32, 3, Padding = 1, Bias = false, WeightInit = Init.HeNormal), BatchNorm, Add("input"), ReLU]
    internal sealed class WideUnit;
}
