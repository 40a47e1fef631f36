using System.Linq;
using Xunit;

namespace NetGen.Tests.Emitted;

/// <summary>What emitted code says of its parameters to initialisation, regularisation and optimisers.</summary>
public sealed class SegmentTests
{
    [Fact]
    public void DecayIsThatOfWeightsAndNotOfBiases() => Assert.Equal(
        [("dense1.weight", 1e-4), ("dense1.bias", 0), ("dense2.weight", 1e-4), ("dense2.bias", 0), ("dense3.weight", 1e-4), ("dense3.bias", 0)],
        new Classifier(1).Parameters.Segments.Select(segment => (segment.Name, segment.L2)));

    [Fact]
    public void WeightsAreDrawnByTheirInputsAndOutputs() => Assert.Equal(
        [(20, 33), (33, 17), (17, 4)],
        new Classifier(1).Parameters.Segments.Where(segment => segment.Shape.Length == 2)
            .Select(segment => (segment.Initializer.FanIn, segment.Initializer.FanOut)));

    [Fact]
    public void TheDefaultBoundIsThatOfTheInputs()
    {
        var weights = new Classifier(1).Parameters["dense1.weight"].ToArray<float>();
        Assert.InRange(weights.Max(), 0.9 / System.Math.Sqrt(20), 1 / System.Math.Sqrt(20));
    }
}
