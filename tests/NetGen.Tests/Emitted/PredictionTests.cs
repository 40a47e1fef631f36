using System;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Emitted;

/// <summary>A prediction of many samples computes them in chunks, which nobody notices.</summary>
[Trait("Category", "Numeric")]
public sealed class PredictionTests
{
    // More than two of the largest chunks, the last one not full.
    private const int Samples = 401;

    private readonly Classifier _network = new(1);

    [Fact]
    public void ManySamplesArePredictedAsFew()
    {
        var random = new Random(1);
        var inputs = Enumerable.Range(0, Samples * Classifier.InputSize).Select(_ => random.NextSingle()).ToArray();
        var outputs = new float[Samples * Classifier.OutputSize];
        _network.Predict(inputs, outputs);

        // Batches of two or more samples give the same bits.
        const int few = 2;
        for (var first = 0; first + few <= Samples; first++)
        {
            var expected = new float[few * Classifier.OutputSize];
            _network.Predict(inputs.AsSpan(first * Classifier.InputSize, few * Classifier.InputSize), expected);
            Assert.Equal(expected, outputs.AsSpan(first * Classifier.OutputSize, few * Classifier.OutputSize).ToArray());
        }
    }
}
