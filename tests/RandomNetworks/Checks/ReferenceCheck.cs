using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;
using NetGen.RandomNetworks.Bounds;
using NetGen.Testing.Numbers;
using NetGen.Testing.Reference;

namespace NetGen.RandomNetworks.Checks;

/// <summary>Emitted code against the reference interpreter, number by number, within the bounds of rounding.</summary>
/// <param name="model">The network.</param>
/// <param name="tally">Counts what is compared.</param>
internal sealed class ReferenceCheck(NetworkModel model, Tally tally)
{
    /// <summary>
    /// The reference rounds too, and passes may write an expression in another way that rounds as often: each at most as much
    /// as the bound.
    /// </summary>
    private const double Slack = 4;

    public void Run(NetworkRun run)
    {
        var reference = new Reference(model, run.Numbers);
        var prediction = reference.Prediction();
        All(prediction, ResultRole.Output, "Predict", run.Predict());
        if (run.Instance is IDifferentiableNetwork)
        {
            var product = reference.VectorJacobianProduct();
            All(product, ResultRole.Output, "Forward", run.Forward());
            var (parameters, inputs) = run.Backward();
            All(product, ResultRole.ParameterGradient, "Backward", parameters);
            All(product, ResultRole.InputGradient, "Backward", inputs);
        }

        if (run.Instance is ITrainableNetwork)
        {
            var (loss, predictions) = run.Loss();
            All(prediction, ResultRole.Prediction, "Loss", predictions);
            One("Loss", prediction[("loss", ResultRole.Loss)], [loss.Data]);
            One("penalty", reference.Penalty(), [loss.Penalty]);
            Training(run, reference);
        }
    }

    private void Training(NetworkRun run, Reference reference)
    {
        var expected = reference.LossAndGradient();
        var loss = run.LossAndGradient();
        One("loss of LossAndGradient", expected[("loss", ResultRole.Loss)], [loss.Data]);
        One("penalty", reference.Penalty(), [loss.Penalty]);
        foreach (var (name, gradient) in run.ReadGradients())
        {
            var data = expected.GetValueOrDefault((name, ResultRole.ParameterGradient)) ?? Zero(gradient.Length);
            One($"gradient {name} of LossAndGradient", WithDecay(model.Parameters.First(parameter => parameter.Name == name), data, run.Numbers, reference.Arithmetic), gradient);
        }
    }

    private static BoundedResult WithDecay(ParameterInfo parameter, BoundedResult gradient, TestNumbers numbers, Arithmetic arithmetic)
    {
        if (!parameter.Trainable || (parameter.L1 == 0 && parameter.L2 == 0))
        {
            return gradient;
        }

        var terms = numbers.Parameters[parameter.Name].Select(weight => parameter.L1 + (parameter.L2 * Math.Abs(weight))).ToArray();
        return new BoundedResult(
            [.. gradient.Numbers.Zip(ReferenceDecay.Gradient(parameter, numbers), (g, d) => g + d)],
            [.. gradient.Errors.Select((error, i) => arithmetic.Rounded(Math.Abs(gradient.Numbers[i]) + terms[i], error, 4))]);
    }

    /// <summary>All results of a role; one that the graph does not have is zero, for nothing depends on it.</summary>
    private void All(
        IReadOnlyDictionary<(string Name, ResultRole Role), BoundedResult> expected, ResultRole role, string method, IReadOnlyDictionary<string, double[]> actual)
    {
        foreach (var (name, numbers) in actual)
        {
            One($"{role} {name} of {method}", expected.GetValueOrDefault((name, role)) ?? Zero(numbers.Length), numbers);
        }
    }

    private static BoundedResult Zero(int count) => new(new double[count], new double[count]);

    private void One(string what, BoundedResult expected, double[] actual)
    {
        if (expected.Numbers.Length != actual.Length)
        {
            CheckFailedException.Throw("reference", $"{what}: {expected.Numbers.Length} numbers expected, {actual.Length} found.");
        }

        var (unknown, vague) = (0, 0);

        // A bound greater than all numbers of the tensor lets anything pass that is as large as they are; where all cancel, they have no size.
        var greatest = expected.Numbers.Where(double.IsFinite).Select(Math.Abs).Append((model.Declaration.IsDouble ? Arithmetic.Double : Arithmetic.Single).HalfOfDigits).Max();
        for (var i = 0; i < actual.Length; i++)
        {
            var bound = Slack * expected.Errors[i];
            if (!double.IsFinite(bound) || !double.IsFinite(expected.Numbers[i]))
            {
                unknown++;
            }
            else if (!(Math.Abs(actual[i] - expected.Numbers[i]) <= bound))
            {
                CheckFailedException.Throw(
                    "reference", FormattableString.Invariant($"{what}, number {i} of {actual.Length}: expected {expected.Numbers[i]:G17} ± {bound:G3}, found {actual[i]:G17}."));
            }
            else if (bound > greatest)
            {
                vague++;
            }
        }

        tally.AddNumbers(actual.Length - unknown, unknown, vague);
    }
}
