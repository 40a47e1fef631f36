using System.Linq;
using Xunit;

namespace NetGen.Tests.Emitted;

/// <summary>Where the values of a window are equal, the gradient goes to the first in reading order, however the kernels go along them.</summary>
[Trait("Category", "Numeric")]
public sealed partial class PoolingTieTests
{
    [Fact]
    public void TheFirstOfAWindowTakesAll() => Assert.Equal(
        [1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0],
        InputGradient(new Windows(1), samples: 3, inputs: 16, outputs: 4));

    [Fact]
    public void TheFirstOfAColumnTakesAll() => Assert.Equal(
        Enumerable.Range(0, 4 * 17).Select(i => i / 17 % 2 == 0 ? 1f : 0f),
        InputGradient(new Columns(1), samples: 3, inputs: 4 * 17, outputs: 2 * 17));

    [Fact]
    public void TheFirstTakesAllInEveryOneOfManyChannels()
    {
        var network = new Channels(1);
        network.Parameters["conv2d1.weight"].CopyFrom([.. Enumerable.Repeat(1.0, 16)]);
        Assert.Equal([16, 0, 16, 0, 0, 0, 0, 0, 16, 0, 16, 0, 0, 0, 0, 0], InputGradient(network, samples: 3, inputs: 16, outputs: 64));
    }

    // The gradient of the sum of all outputs for one of some samples that are all ones.
    private static float[] InputGradient(IBackward network, int samples, int inputs, int outputs)
    {
        var gradient = new float[samples * inputs];
        network.Run([.. Enumerable.Repeat(1f, samples * inputs)], [.. Enumerable.Repeat(1f, samples * outputs)], gradient);
        Assert.All(gradient.Chunk(inputs), sample => Assert.Equal(gradient[..inputs], sample));
        return gradient[..inputs];
    }

    private interface IBackward
    {
        void Run(float[] input, float[] outputGradient, float[] inputGradient);
    }

    [Network, Input(1, 4, 4), MaxPool2D(2)]
    private sealed partial class Windows : IBackward
    {
        public void Run(float[] input, float[] outputGradient, float[] inputGradient)
        {
            var workspace = CreateWorkspace();
            Forward(input, new float[outputGradient.Length], workspace);
            Backward(outputGradient, workspace, CreateGradients(), inputGradient);
        }
    }

    [Network, Input(1, 4, 17), MaxPool2D(2, 1)]
    private sealed partial class Columns : IBackward
    {
        public void Run(float[] input, float[] outputGradient, float[] inputGradient)
        {
            var workspace = CreateWorkspace();
            Forward(input, new float[outputGradient.Length], workspace);
            Backward(outputGradient, workspace, CreateGradients(), inputGradient);
        }
    }

    [Network, Input(1, 4, 4), Conv2D(16, 1, Bias = false), MaxPool2D(2)]
    private sealed partial class Channels : IBackward
    {
        public void Run(float[] input, float[] outputGradient, float[] inputGradient)
        {
            var workspace = CreateWorkspace();
            Forward(input, new float[outputGradient.Length], workspace);
            Backward(outputGradient, workspace, CreateGradients(), inputGradient);
        }
    }
}
