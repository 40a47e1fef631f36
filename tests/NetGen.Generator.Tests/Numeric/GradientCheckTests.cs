using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Tests.Reference;
using NetGen.Testing.Numbers;
using Xunit;

namespace NetGen.Generator.Tests.Numeric;

/// <summary>
/// Gradients of the emitted code at double precision against central differences of the same code. They show that the mathematics is right, once, whatever the
/// machine's vectors: gradients for each width agree with the reference's in <see cref="ReferenceAgreementTests"/>.
/// </summary>
public sealed class GradientCheckTests
{
    private const double Tolerance = 1e-6;

    /// <summary>How many sets of numbers to look at for one without kinks: at the worst about one in ten has any.</summary>
    private const int Seeds = 20;

    public static TheoryData<string> Trainable => CompiledNetworks.NamesOf<ITrainableNetwork>();

    public static TheoryData<string> Differentiable => CompiledNetworks.NamesOf<IDifferentiableNetwork>();

    [Theory]
    [MemberData(nameof(Trainable), DisableDiscoveryEnumeration = true)]
    public void OfTheLoss(string name)
    {
        var network = CompiledNetworks.Get(name, Precision.Double);
        foreach (var weighted in new[] { false, true })
        {
            Check(network, weighted, run =>
            {
                var differences = OfParameters(run, () => [run.LossAndGradient().Total], [1]);
                run.LossAndGradient();
                return (differences, run.ReadGradients());
            });
        }
    }

    [Theory]
    [MemberData(nameof(Differentiable), DisableDiscoveryEnumeration = true)]
    public void OfTheOutputs(string name)
    {
        double[] Outputs(NetworkRun run) => [.. run.Instance.Description.Outputs.SelectMany(output => run.Forward()[output.Name])];
        double[] Upstream(NetworkRun run) => [.. run.Instance.Description.Outputs.SelectMany(output => run.Numbers.Upstream[output.Name])];

        Check(CompiledNetworks.Get(name, Precision.Double), weighted: false, run =>
        {
            var differences = OfParameters(run, () => Outputs(run), Upstream(run));
            foreach (var input in run.Instance.Description.Inputs)
            {
                differences["d" + input.Name] = CentralDifferences.Gradient(
                    run.Numbers.Columns[input.Name], (i, number) => Columns.Write(run.Batch[input.Name], i, number), () => Outputs(run), Upstream(run));
            }

            run.Forward();
            var (parameters, inputs) = run.Backward();
            return (differences, parameters.Concat(inputs.Select(input => KeyValuePair.Create("d" + input.Key, input.Value))).ToDictionary());
        });
    }

    [Theory]
    [MemberData(nameof(Differentiable), DisableDiscoveryEnumeration = true)]
    public void FrozenParametersHaveTheGradientZero(string name)
    {
        var network = CompiledNetworks.Get(name, Precision.Double);
        var run = network.Run(new TestNumbers(network.Model, samples: 3, seed: 1, weighted: false));
        var frozen = run.Instance.Parameters.Segments.Where(segment => !segment.Trainable && !segment.IsState).ToArray();
        CheckFrozen(() =>
        {
            run.Forward();
            run.Backward();
        });
        if (run.Instance is ITrainableNetwork)
        {
            CheckFrozen(() => run.LossAndGradient());
        }

        void CheckFrozen(System.Action pass)
        {
            Columns.Fill(run.Gradients.Buffer, 7);
            pass();
            Assert.All(frozen.SelectMany(segment => run.Gradients[segment.Name].ToArray<double>()), number => Assert.Equal(0, number));
        }
    }

    /// <summary>Compares on the first set of numbers at which all differences are derivatives.</summary>
    private static void Check(
        CompiledNetwork network, bool weighted, System.Func<NetworkRun, (Dictionary<string, double[]?> Differences, IReadOnlyDictionary<string, double[]> Gradients)> evaluate)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var (differences, gradients) = evaluate(network.Run(new TestNumbers(network.Model, samples: 3, seed, weighted)));
            if (differences.Values.All(difference => difference is not null))
            {
                Assert.All(differences, difference => Agreement.Check(difference.Value!, gradients[difference.Key], Tolerance, difference.Key));
                return;
            }
        }

        Assert.Fail($"Each of {Seeds} sets of numbers has a kink.");
    }

    /// <summary>Of trainable parameters; those that are frozen have the gradient zero whatever depends on them, states have none.</summary>
    private static Dictionary<string, double[]?> OfParameters(NetworkRun run, System.Func<double[]> function, double[] factors) =>
        run.Instance.Parameters.Segments.Where(segment => !segment.IsState).ToDictionary(
            segment => segment.Name,
            segment => segment.Trainable
                ? CentralDifferences.Gradient(run.Numbers.Parameters[segment.Name], (i, number) => run.SetParameter(segment, i, number), function, factors)
                : new double[segment.Count]);
}
