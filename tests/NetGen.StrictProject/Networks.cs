using System;

namespace NetGen.StrictProject;

/// <summary>Every structural layer, dropout and noise, a tied weight, several inputs, outputs and losses.</summary>
[Network(L1 = 1e-5, L2 = 1e-4)]
[Input(2, 6, Name = "image"), Input(5, Name = "state")]
[Flatten(From = "image"), Dense(16, Name = "encoder"), PReLU(16), Dropout(0.25, Name = "code")]
[Dense(12, TiedTo = "encoder", Transposed = true), Reshape(2, -1, Name = "decoded"), Output(Name = "decoded")]
[Dense(16, From = "state"), GaussianNoise(0.1), ELU(Name = "seen")]
[Add("code", "seen", Name = "sum"), Multiply("seen", Name = "product"), Concat("sum", "product"), Maxout(2), Dense(4, Name = "scores"), Output(Name = "scores")]
[MeanSquaredError(From = "decoded", Target = "pixels", Weight = 0.5)]
[SoftmaxCrossEntropy(From = "scores", Target = "class")]
[SparsemaxLoss(From = "scores", Target = "class")]
public sealed partial class Everything;

/// <summary>Convolutions of every kind, pooling, normalisation and a residual connection.</summary>
[Network]
[Input(2, 8, 8, Name = "image"), Conv2D(6, 3, Same = true), GroupNorm(2), ReLU(Name = "fine"), MaxPool2D(2, Padding = 1)]
[Conv2D(6, 3, 1, Depthwise = true, Paddings = new[] { 1, 0 }), InstanceNorm, SpatialDropout(0.1), ConvTranspose2D(6, 2, Stride = 2, Padding = 1)]
[Add("fine"), LocalResponseNorm(3), AvgPool2D(3, Stride = 1, Padding = 1, CountPadding = false), Upsample(2, Interpolation = Interpolation.Bilinear), Crop(1), Pad(2, Value = 1)]
[GlobalAvgPool(Name = "code"), LayerNorm, Reshape(2, 3), Conv1D(2, 2), Flatten, Dense(3), SoftmaxCrossEntropy]
public sealed partial class Images;

/// <summary>A unit that is a part of others.</summary>
[Network(IsBlock = true)]
[Input(3, 4, 4), Conv2D(3, 3, Same = true, Bias = false), BatchNorm, ReLU, Add("input")]
public sealed class ResidualUnit;

/// <summary>Blocks with parameters of their own and shared ones.</summary>
[Network]
[Input(3, 4, 4), Block<ResidualUnit>(Repeat = 2), Block<ResidualUnit>(Repeat = 3, Shared = true), Flatten, Dense(2), SoftmaxCrossEntropy]
public sealed partial class ResidualNetwork;

/// <summary>Own methods in double precision, without XML comments on them.</summary>
[Network(Precision = Precision.Double)]
[Input(3), Dense(7), Activation(nameof(Swish)), Dense(3), GELU, Dense(2), Loss(nameof(LogCosh))]
public sealed partial class OwnMethods
{
    private static double Swish(double x) => x / (1 + Math.Exp(-x));

    private static double LogCosh(double prediction, double target) =>
        Math.Log((Math.Exp(prediction - target) + Math.Exp(target - prediction)) / 2);
}

/// <summary>A container, with types that hide ones that emitted code names.</summary>
public static partial class Game
{
    /// <summary>Not the one of System.Numerics.</summary>
    public readonly record struct Vector(float X, float Y);

    /// <summary>Not the one of System.</summary>
    public static class Math;

    /// <summary>A building block without a loss.</summary>
    [Network]
    [Input(4, 3), Dense(5), Softmax(Axis = 0), LogSoftmax, Sparsemax]
    public sealed partial class Block;

    /// <summary>No gradient passes it, so it has no backward pass.</summary>
    [Network]
    [Input(2), Dense(2, Trainable = false), Threshold]
    public sealed partial class Gate;
}
