using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Tests.Numeric.Networks;
using NetGen.Generator.Tests.Reference;
using NetGen.Testing.Numbers;
using Xunit;

namespace NetGen.Generator.Tests.Numeric;

/// <summary>Emitted code in both precisions against the naive interpreter on the graphs before any pass.</summary>
[Trait("Category", "Numeric")]
public sealed class ReferenceAgreementTests
{
    /// <summary>Less than a tile, a tile of rows, tails after one, and many; each network takes two of them besides one sample.</summary>
    private static readonly int[] BatchSizes = [2, 3, 5, 6, 7, 40, 64];

    public static TheoryData<string> Names => CompiledNetworks.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void InSinglePrecision(string name) => Check(CompiledNetworks.Get(name, Precision.Single), 1.0 / (1 << 24), mostOfOutputs: 1e-5, mostOfGradients: 1e-4);

    [Theory]
    [MemberData(nameof(Names))]
    public void InDoublePrecision(string name) => Check(CompiledNetworks.Get(name, Precision.Double), 1.0 / (1L << 53), mostOfOutputs: 1e-12, mostOfGradients: 1e-12);

    private static void Check(CompiledNetwork network, double unit, double mostOfOutputs, double mostOfGradients)
    {
        var place = NetworkTable.All.Keys.ToList().IndexOf(network.Name);
        foreach (var samples in new[] { 1, BatchSizes[place % BatchSizes.Length], BatchSizes[(place + 3) % BatchSizes.Length] })
        {
            var numbers = new TestNumbers(network.Model, samples, seed: 100 + place, weighted: samples % 2 == 1);
            var (run, reference) = (network.Run(numbers), new ReferenceRun(network.Model, numbers));
            var check = new Comparison($"{network.Name} of {samples} samples", unit);
            CheckPrediction(run, reference, check with { Most = mostOfOutputs });
            if (run.Instance is IDifferentiableNetwork)
            {
                CheckPasses(run, reference, check with { Most = mostOfOutputs }, check with { Most = mostOfGradients });
            }

            if (run.Instance is ITrainableNetwork)
            {
                CheckLoss(run, reference, check with { Most = mostOfOutputs }, check with { Most = mostOfGradients });
            }
        }
    }

    private static void CheckPrediction(NetworkRun run, ReferenceRun reference, Comparison check)
    {
        var expected = reference.Prediction();
        check.All(expected, ResultRole.Output, run.Predict());
        if (run.Instance is ITrainableNetwork)
        {
            var (loss, predictions) = run.Loss();
            check.All(expected, ResultRole.Prediction, predictions);
            check.One("loss of a prediction", expected[("loss", ResultRole.Loss)], [loss.Data]);
            check.One("penalty", Penalty(reference, run), [loss.Penalty]);
        }
    }

    private static void CheckPasses(NetworkRun run, ReferenceRun reference, Comparison outputs, Comparison gradients)
    {
        var expected = reference.VectorJacobianProduct();
        outputs.All(expected, ResultRole.Output, run.Forward());
        var (parameters, inputs) = run.Backward();
        gradients.All(expected, ResultRole.ParameterGradient, parameters);
        gradients.All(expected, ResultRole.InputGradient, inputs);
    }

    private static void CheckLoss(NetworkRun run, ReferenceRun reference, Comparison outputs, Comparison gradients)
    {
        var expected = reference.LossAndGradient();
        var loss = run.LossAndGradient();
        outputs.One("loss", expected[("loss", ResultRole.Loss)], [loss.Data]);
        outputs.One("penalty", Penalty(reference, run), [loss.Penalty]);
        gradients.All(expected, ResultRole.ParameterGradient, run.ReadGradients());
    }

    // The sum runs in double precision whatever that of the parameters.
    private static ReferenceResult Penalty(ReferenceRun reference, NetworkRun run) =>
        new([reference.Penalty()], 5 * Math.Sqrt(1 + run.Instance.Description.ParameterCount));

    /// <summary>A comparison to the tolerance that the precision and the roundings on the way give, but never more than <see cref="Most"/>.</summary>
    private sealed record Comparison(string Name, double Unit)
    {
        public double Most { get; init; }

        /// <summary>All results of a role; one that the graph does not have is zero, for nothing depends on it.</summary>
        public void All(
            IReadOnlyDictionary<(string Name, ResultRole Role), ReferenceResult> expected, ResultRole role, IReadOnlyDictionary<string, double[]> actual)
        {
            foreach (var (name, numbers) in actual)
            {
                One($"{role} {name}", expected.GetValueOrDefault((name, role)) ?? new ReferenceResult(new double[numbers.Length], 0), numbers);
            }
        }

        public void One(string what, ReferenceResult expected, double[] actual) =>
            Agreement.Check(expected.Numbers, actual, Math.Min(Most, Unit * expected.Roundings), $"{Name}: {what}");
    }
}
