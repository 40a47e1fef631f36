namespace NetGen.Samples.Digits.Models;

/// <summary>Two hidden layers of 512 units.</summary>
[Network]
[Input(1, 28, 28)]
[Flatten]
[Dense(512), ReLU]
[Dense(512), ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public sealed partial class Mlp;
