using System;
using System.Linq;
using System.Reflection;
using NetGen.Generator.Tests.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Emission;

/// <summary>A network of large convolutions has one prediction for one sample and for batches.</summary>
public sealed class LargeImageTests
{
    private const int Samples = 5;

    private static readonly Lazy<EmittedNetworks> s_networks = new(() => EmittedNetworks.Compile("""
        using NetGen;

        [Network, Input(3, 24, 24), Conv2D(32, 3, Padding = 1), ReLU, Conv2D(32, 3), ReLU, MaxPool2D(2), Conv2D(16, 3), GlobalAvgPool, Dense(3)]
        public sealed partial class LargeImages;
        """));

    private static readonly INetwork s_network = s_networks.Value.Create("LargeImages");

    [Fact]
    public void ThereIsNoSecondFormForOneSample()
    {
        const BindingFlags members = BindingFlags.Instance | BindingFlags.NonPublic;

        Assert.Null(s_network.GetType().GetMethod("PredictSample", members));
        Assert.Null(s_network.GetType().GetMethod("PredictBatch", members));
    }

    [Fact]
    public void OneSampleHasTheBitsThatItHasInABatch()
    {
        var inputs = Inputs();
        var (all, one) = (Outputs(), Outputs());
        s_network.Predict(inputs, all);
        for (var sample = 0; sample < Samples; sample++)
        {
            var alone = new Batch(s_network.Description.Inputs);
            alone.Resize(1);
            Sample(inputs, sample).CopyTo(alone[0].AsSpan<float>());

            s_network.Predict(alone, one);

            Assert.Equal(Sample(all, sample), one[0].AsSpan<float>().ToArray());
        }
    }

    [Fact]
    public void WorkersShareABatch()
    {
        var inputs = Inputs();
        var (expected, actual) = (Outputs(), Outputs());
        s_network.Predict(inputs, expected);
        SharedPrediction.Predict(s_network, inputs, actual, 2);

        Assert.Equal(expected[0].AsSpan<float>().ToArray(), actual[0].AsSpan<float>().ToArray());
        var map = s_network.GetType().GetInterfaceMap(typeof(INetwork));
        var part = map.TargetMethods[Array.FindIndex(map.InterfaceMethods, method => method.Name == nameof(INetwork.PredictPart))];
        Assert.Equal(s_network.GetType(), part.DeclaringType);
    }

    private static Batch Inputs()
    {
        var inputs = new Batch(s_network.Description.Inputs);
        inputs.Resize(Samples);
        var random = new Random(3);
        foreach (ref var number in inputs[0].AsSpan<float>())
        {
            number = random.NextSingle();
        }

        return inputs;
    }

    private static Batch Outputs() => new(s_network.Description.Outputs);

    private static float[] Sample(Batch batch, int sample)
    {
        var numbers = batch[0].AsSpan<float>();
        var size = numbers.Length / batch.Count;
        return numbers.Slice(sample * size, size).ToArray();
    }
}
