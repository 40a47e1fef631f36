namespace NetGen.Samples.Images.Models;

/// <summary>Four convolutions, each with normalisation in groups of channels: 119,178 parameters, 4.8 million multiply-adds for an image.</summary>
[Network]
[Input(3, 32, 32)]
[Conv2D(16, 5, Padding = 2, Name = "conv1", WeightInit = Init.HeNormal), GroupNorm(4, Name = "norm1"), ReLU, MaxPool2D(2)]
[Conv2D(32, 3, Padding = 1, WeightInit = Init.HeNormal), GroupNorm(4), ReLU, MaxPool2D(2)]
[Conv2D(64, 3, Padding = 1, WeightInit = Init.HeNormal), GroupNorm(8), ReLU, MaxPool2D(2)]
[Conv2D(128, 3, Padding = 1, WeightInit = Init.HeNormal), GroupNorm(8), ReLU]
[Flatten, Dropout(0.3)]
[Dense(10)]
[SoftmaxCrossEntropy]
public sealed partial class ColourNet;
