using NetGen.Generator.Tests.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Snapshots;

/// <summary>What the generator writes for small networks, to the letter: a change of emitted code is seen in review.</summary>
public sealed class SourceSnapshots
{
    [Fact]
    public void Classifier() => Verify("""
        namespace Samples;

        [NetGen.Network]
        [NetGen.Input(4)]
        [NetGen.Dense(16), NetGen.ReLU]
        [NetGen.Dense(3)]
        [NetGen.SoftmaxCrossEntropy]
        public sealed partial class Classifier;
        """);

    [Fact]
    public void ConvolutionalClassifier() => Verify("""
        namespace Samples;

        [NetGen.Network]
        [NetGen.Input(1, 6, 6)]
        [NetGen.Conv2D(8, 3, Padding = 1), NetGen.ReLU]
        [NetGen.MaxPool2D(2)]
        [NetGen.Conv2D(8, 3, Padding = 1), NetGen.ReLU]
        [NetGen.Flatten, NetGen.Dense(3)]
        [NetGen.SoftmaxCrossEntropy]
        public sealed partial class ConvolutionalClassifier;
        """);

    /// <summary>Large enough for workers to take 16 samples at a time; of 25 positions the last tile overlaps the one before, and tiles have other rows where there are 16 registers.</summary>
    [Fact]
    public void LargeImages() => Verify("""
        namespace Samples;

        [NetGen.Network]
        [NetGen.Input(1, 25, 25)]
        [NetGen.Conv2D(6, 5), NetGen.ReLU]
        [NetGen.MaxPool2D(3)]
        [NetGen.Flatten, NetGen.Dense(10)]
        [NetGen.SoftmaxCrossEntropy]
        public sealed partial class LargeImages;
        """);

    [Fact]
    public void TiedAutoencoder() => Verify("""
        namespace Samples;

        [NetGen.Network(L2 = 1e-4)]
        [NetGen.Input(6)]
        [NetGen.Dense(2, Name = "encoder"), NetGen.Tanh]
        [NetGen.Dense(6, TiedTo = "encoder", Transposed = true, Name = "decoder")]
        [NetGen.MeanSquaredError]
        public sealed partial class TiedAutoencoder;
        """);

    [Fact]
    public void SeveralInputsOutputsAndLosses() => Verify("""
        namespace Samples;

        [NetGen.Network]
        [NetGen.Input(2, Name = "position")]
        [NetGen.Input(2, Name = "speed")]
        [NetGen.Dense(2, From = "position", Name = "drift")]
        [NetGen.Add("drift", "speed", Name = "next"), NetGen.Output]
        [NetGen.Concat("next", "speed", Name = "state")]
        [NetGen.Dense(1, Name = "contact"), NetGen.Output]
        [NetGen.Huber(0.5, From = "next", Target = "next")]
        [NetGen.BinaryCrossEntropy(From = "contact", Target = "contact", Weight = 0.5)]
        public sealed partial class TwoHeads;
        """);

    [Fact]
    public void DropoutAndNoiseInDoublePrecision() => Verify("""
        namespace Samples;

        [NetGen.Network(Precision = NetGen.Precision.Double)]
        [NetGen.Input(5)]
        [NetGen.GaussianNoise(0.1)]
        [NetGen.Dense(3), NetGen.GELU]
        [NetGen.Dropout(0.25)]
        [NetGen.Dense(1)]
        [NetGen.SquaredError]
        public sealed partial class Denoiser;
        """);

    [Fact]
    public void OwnActivationAndLoss() => Verify("""
        using System;

        namespace Samples;

        [NetGen.Network]
        [NetGen.Input(2)]
        [NetGen.Dense(8), NetGen.Activation(nameof(Swish))]
        [NetGen.Dense(1)]
        [NetGen.Loss(nameof(LogCosh))]
        public sealed partial class Regressor
        {
            private static float Swish(float x) => x / (1 + MathF.Exp(-x));

            private static float LogCosh(float prediction, float target) => MathF.Log(MathF.Cosh(prediction - target));
        }
        """);

    [Fact]
    public void BlockInANestedNamespaceAndType() => Verify("""
        namespace Samples.Blocks
        {
            internal static partial class Vision
            {
                [NetGen.Network]
                [NetGen.Input(2, 3)]
                [NetGen.Softmax]
                [NetGen.Dense(2, Bias = false)]
                public sealed partial class Attention;
            }
        }
        """);

    private static void Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        Snapshot.Verify(Assert.Single(Expect.Clean(source).Generated).SourceText.ToString(), name);
}
