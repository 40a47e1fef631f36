using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Tests.Reference;
using NetGen.Testing.Numbers;
using NetGen.Testing.Reference;
using Xunit;

namespace NetGen.Generator.Tests.Numeric;

/// <summary>What emitted code promises of bits: the same whatever the batch, whatever memory held before, however often.</summary>
[Trait("Category", "Numeric")]
public sealed class BitTests
{
    private const int Most = 33;

    /// <summary>What the project promises of outputs at single precision.</summary>
    private const double OneSampleTolerance = 1e-5;

    public static TheoryData<string> Names => CompiledNetworks.Names;

    public static TheoryData<string> Trainable => CompiledNetworks.NamesOf<ITrainableNetwork>();

    public static TheoryData<string> Differentiable => CompiledNetworks.NamesOf<IDifferentiableNetwork>();

    [Theory]
    [MemberData(nameof(Names))]
    public void BatchesOfTwoOrMoreGiveTheSameBitsPerSample(string name)
    {
        foreach (var network in InBothPrecisions(name))
        {
            var many = Run(network, Most);
            var expected = Results(many);
            var coupled = CoupledSamples.In(network.Model.Training);
            foreach (var samples in new[] { 1, 2, 3, 7 })
            {
                foreach (var (key, numbers) in Results(network.Run(many.Numbers.Take(samples))).Where(result => !coupled || !IsOfPass(result.Key)))
                {
                    // One sample may use another kernel.
                    Agreement.Check(expected[key][..numbers.Length], numbers, samples == 1 ? OneSampleTolerance : 0, $"{key}, {samples} samples");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NothingDependsOnWhatMemoryHeld(string name)
    {
        foreach (var network in InBothPrecisions(name))
        {
            var (clean, dirty) = (Run(network, 7), Run(network, 7));
            var expected = Results(clean);
            dirty.Spoil();
            foreach (var (key, numbers) in Results(dirty, beforeEach: () => dirty.Spoil()))
            {
                Assert.Equal(expected[key], numbers);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Trainable), DisableDiscoveryEnumeration = true)]
    public void TheLossDoesNotDependOnWhatMemoryHeld(string name)
    {
        foreach (var network in InBothPrecisions(name))
        {
            var (clean, dirty) = (Run(network, 7), Run(network, 7));
            dirty.Spoil();
            Assert.Equal(clean.LossAndGradient(), dirty.LossAndGradient());
            Assert.Equal(Columns.Read(clean.Gradients.Buffer), Columns.Read(dirty.Gradients.Buffer));
            dirty.Spoil();
            Assert.Equal(clean.Loss().Loss, dirty.Loss().Loss);
        }
    }

    [Theory]
    [MemberData(nameof(Differentiable), DisableDiscoveryEnumeration = true)]
    public void BackwardMayRunAgain(string name)
    {
        foreach (var network in InBothPrecisions(name))
        {
            var run = Run(network, 7);
            run.Forward();
            var (parameters, inputs) = run.Backward();
            var (again, inputsAgain) = run.Backward();
            Assert.Equal(parameters, again);
            Assert.Equal(inputs, inputsAgain);

            // Without gradients of the inputs, those of the parameters are the same.
            ((IDifferentiableNetwork)run.Instance).Backward(run.Upstream, run.Workspace, run.Gradients);
            Assert.Equal(parameters, run.ReadGradients());
        }
    }

    [Theory]
    [MemberData(nameof(Differentiable), DisableDiscoveryEnumeration = true)]
    public void PaddingOfGradientsIsZero(string name)
    {
        foreach (var network in InBothPrecisions(name))
        {
            var run = Run(network, 7);
            run.Forward();
            Columns.Fill(run.Gradients.Buffer, 0);
            run.Backward();
            AssertPaddingIsZero(run);
            if (run.Instance is ITrainableNetwork)
            {
                Columns.Fill(run.Gradients.Buffer, 0);
                run.LossAndGradient();
                AssertPaddingIsZero(run);
            }
        }
    }

    private static bool IsOfPass(string result) =>
        result.StartsWith("forward ", StringComparison.Ordinal) || result.StartsWith("gradient ", StringComparison.Ordinal);

    private static IEnumerable<CompiledNetwork> InBothPrecisions(string name) =>
        [CompiledNetworks.Get(name, Precision.Single), CompiledNetworks.Get(name, Precision.Double)];

    private static NetworkRun Run(CompiledNetwork network, int samples) => network.Run(new TestNumbers(network.Model, samples, seed: 1, weighted: false));

    /// <summary>All that has a row for each sample, of a prediction and of the passes.</summary>
    private static Dictionary<string, double[]> Results(NetworkRun run, Action? beforeEach = null)
    {
        var results = run.Predict().ToDictionary(output => "predicted " + output.Key, output => output.Value);
        if (run.Instance is IDifferentiableNetwork)
        {
            beforeEach?.Invoke();
            foreach (var (name, numbers) in run.Forward())
            {
                results.Add("forward " + name, numbers);
            }

            foreach (var (name, numbers) in run.Backward().Inputs)
            {
                results.Add("gradient of " + name, numbers);
            }
        }

        if (run.Instance is ITrainableNetwork)
        {
            beforeEach?.Invoke();
            foreach (var (name, numbers) in run.Loss().Predictions)
            {
                results.Add("consumed by " + name, numbers);
            }
        }

        return results;
    }

    private static void AssertPaddingIsZero(NetworkRun run)
    {
        var taken = run.Gradients.Segments.SelectMany(segment => Enumerable.Range(0, segment.Count).Select(segment.Locate)).ToHashSet();
        var numbers = Columns.Read(run.Gradients.Buffer);
        Assert.All(Enumerable.Range(0, numbers.Length).Where(place => !taken.Contains(place)), place => Assert.Equal(0, numbers[place]));
    }
}
