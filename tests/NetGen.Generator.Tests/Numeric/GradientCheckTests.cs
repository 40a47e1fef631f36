using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace NetGen.Generator.Tests.Numeric;

/// <summary>The emitted gradients in double against differences of the emitted values, for every network of the table.</summary>
[Trait("Category", "Numeric")]
public sealed class GradientCheckTests
{
    private const int Samples = 3;

    public static TheoryData<string> Trainable { get; } = CompiledNetworks.NamesOf<ITrainableNetwork>();

    public static TheoryData<string> Differentiable { get; } = CompiledNetworks.NamesOf<IDifferentiableNetwork>();

    [Theory]
    [MemberData(nameof(Trainable))]
    public void TheGradientOfTheLossIsThatOfTheReportedLoss(string name) => CentralDifferences.Check(name, seed =>
    {
        var run = new NetworkRun(name, Precision.Double, Samples, seed);
        run.LossAndGradient();
        return Compare(run, Parameters(run, trainableOnly: true), () => run.LossAndGradient().Total);
    });

    [Theory]
    [MemberData(nameof(Differentiable))]
    public void BackwardIsTheVectorJacobianProductOfForward(string name) => CentralDifferences.Check(name, seed =>
    {
        var run = new NetworkRun(name, Precision.Double, Samples, seed);
        run.Forward();
        var inputGradients = run.Backward();
        var upstream = run.Upstream.Columns.SelectMany(NetworkRun.Numbers).ToArray();
        var places = Parameters(run, trainableOnly: true).Concat(run.Network.Description.Inputs.Select((input, i) => (
            "input " + input.Name,
            new Func<int, double>(k => run.Inputs[i].AsSpan<double>()[k]),
            new Action<int, double>((k, number) => run.Inputs[i].AsSpan<double>()[k] = number),
            NetworkRun.Numbers(inputGradients[i]))));
        return Compare(run, places, () => run.Forward().Columns.SelectMany(NetworkRun.Numbers).Zip(upstream, (y, g) => y * g).Sum());
    });

    [Theory]
    [MemberData(nameof(Trainable))]
    public void FrozenParametersHaveNoGradient(string name)
    {
        var run = new NetworkRun(name, Precision.Double, Samples, seed: 3);
        run.Gradients.Buffer.AsSpan<double>().Fill(7);
        run.LossAndGradient();
        foreach (var view in run.Gradients.Views().Where(view => !view.Segment.Trainable))
        {
            Assert.All(view.ToArray<double>(), number => Assert.Equal(0, number));
        }
    }

    private static List<(string Name, double[] Differences, double[] Gradient)>? Compare(
        NetworkRun run,
        IEnumerable<(string Name, Func<int, double> Get, Action<int, double> Set, double[] Gradient)> places,
        Func<double> function)
    {
        var tensors = new List<(string, double[], double[])>();
        foreach (var (name, get, set, gradient) in places.ToArray())
        {
            if (CentralDifferences.Of(get, set, gradient.Length, function) is not { } differences)
            {
                return null;
            }

            tensors.Add((name, differences, gradient));
        }

        return tensors;
    }

    // The gradients are read out at once: the passes of the differences overwrite them.
    private static List<(string Name, Func<int, double> Get, Action<int, double> Set, double[] Gradient)> Parameters(NetworkRun run, bool trainableOnly) =>
        run.Network.Parameters.Segments.Where(segment => !trainableOnly || segment.Trainable).Select(segment => (
            segment.Name,
            new Func<int, double>(i => run.Network.Parameters.Buffer.AsSpan<double>()[segment.Locate(i)]),
            new Action<int, double>((i, number) => run.Network.Parameters.Buffer.AsSpan<double>()[segment.Locate(i)] = number),
            run.Gradients[segment.Name].ToArray<double>())).ToList();
}
