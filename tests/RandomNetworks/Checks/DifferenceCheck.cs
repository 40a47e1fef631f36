using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;
using NetGen.RandomNetworks.Bounds;
using NetGen.Testing.Numbers;

namespace NetGen.RandomNetworks.Checks;

/// <summary>
/// Gradients of emitted code against central differences: of the emitted code itself at double precision, of the reference
/// interpreter at single precision, where differences of the code would have no digits left.
/// </summary>
/// <param name="model">The network.</param>
/// <param name="tally">Counts what is compared.</param>
/// <param name="random">Chooses places.</param>
internal sealed class DifferenceCheck(NetworkModel model, Tally tally, Random random)
{
    private const double Step = 1e-5;

    // An interpreted pass takes milliseconds, an emitted one microseconds.
    private int Places => model.Declaration.IsDouble ? 8 : 2;

    public void Run(NetworkRun run)
    {
        var reference = new Reference(model, run.Numbers);
        var training = reference.Training();
        if (run.Instance is IDifferentiableNetwork)
        {
            var product = reference.VectorJacobianProduct();
            run.Forward();
            var (parameters, inputs) = run.Backward();
            var outputs = new Function(() => Outputs(run, reference), [.. model.Outputs.SelectMany(output => run.Numbers.Upstream[output.Name])], Bound(training, model.Outputs));
            Parameters("Backward", outputs, run, parameters, name => Errors(product, name, ResultRole.ParameterGradient));
            foreach (var input in model.Inputs)
            {
                Check($"Backward: gradient of input {input.Name}", outputs, run.Numbers.Columns[input.Name], (i, number) => SetInput(run, input.Name, i, number), inputs[input.Name], Errors(product, input.Name, ResultRole.InputGradient));
            }
        }

        if (run.Instance is ITrainableNetwork)
        {
            var expected = reference.LossAndGradient();
            run.LossAndGradient();
            var total = new Function(() => [Total(run, reference)], [1], [TotalError(training[("loss", ResultRole.Loss)], reference.Penalty())]);
            Parameters("LossAndGradient", total, run, run.ReadGradients(), name => Errors(expected, name, ResultRole.ParameterGradient));
        }
    }

    /// <summary>A function whose differences are taken: Σ factors · values.</summary>
    /// <param name="Values">The values for the numbers as they are now.</param>
    /// <param name="Factors">Their factors.</param>
    /// <param name="Errors">How far rounding may have them off.</param>
    private sealed record Function(Func<double[]> Values, double[] Factors, double[] Errors);

    private static double[] Bound(IReadOnlyDictionary<(string Name, ResultRole Role), BoundedResult> results, IEnumerable<ColumnInfo> outputs) =>
        [.. outputs.SelectMany(output => results[(output.Name, ResultRole.Output)].Errors)];

    private static double[]? Errors(IReadOnlyDictionary<(string Name, ResultRole Role), BoundedResult> results, string name, ResultRole role) =>
        results.GetValueOrDefault((name, role))?.Errors;

    private double[] Outputs(NetworkRun run, Reference reference)
    {
        IReadOnlyDictionary<string, double[]> outputs = model.Declaration.IsDouble
            ? run.Forward()
            : reference.TrainingNumbers().Where(result => result.Key.Role == ResultRole.Output).ToDictionary(result => result.Key.Name, result => result.Value);
        return [.. model.Outputs.SelectMany(output => outputs[output.Name])];
    }

    private double Total(NetworkRun run, Reference reference)
    {
        if (model.Declaration.IsDouble)
        {
            return run.LossAndGradient().Total;
        }

        return reference.TrainingNumbers()[("loss", ResultRole.Loss)][0] + reference.Penalty().Numbers[0];
    }

    /// <summary>Both parts err, and their sum is rounded: the penalty is often the greater one by far.</summary>
    private static double TotalError(BoundedResult data, BoundedResult penalty) =>
        Arithmetic.Double.Rounded(Math.Abs(data.Numbers[0]) + penalty.Numbers[0], data.Errors[0] + penalty.Errors[0]);

    private void Parameters(string method, Function function, NetworkRun run, IReadOnlyDictionary<string, double[]> gradients, Func<string, double[]?> errors)
    {
        foreach (var segment in run.Instance.Parameters.Segments.Where(segment => segment.Trainable))
        {
            Check(
                $"{method}: gradient of {segment.Name}",
                function,
                run.Numbers.Parameters[segment.Name],
                (i, number) => SetParameter(run, segment, i, number),
                gradients[segment.Name],
                errors(segment.Name));
        }
    }

    // The reference interpreter reads the numbers themselves.
    private void SetInput(NetworkRun run, string input, int place, double number)
    {
        if (model.Declaration.IsDouble)
        {
            Columns.Write(run.Batch[input], place, number);
        }
    }

    private void SetParameter(NetworkRun run, ParameterSegment segment, int place, double number)
    {
        if (model.Declaration.IsDouble)
        {
            run.SetParameter(segment, place, number);
        }
    }

    /// <summary>Any places, for a zero may be wrong, and three times as many with a gradient: most that can be wrong with it is not seen at zeros.</summary>
    private int[] ChoosePlaces(double[] gradient)
    {
        var alive = Enumerable.Range(0, gradient.Length).Where(i => gradient[i] != 0).ToArray();
        var any = Math.Max(1, Places / 4);
        var chosen = Enumerable.Range(0, any).Select(_ => random.Next(gradient.Length));
        return [.. (alive.Length == 0 ? chosen : chosen.Concat(Enumerable.Range(any, Places - any).Select(_ => alive[random.Next(alive.Length)]))).Distinct()];
    }

    /// <summary>Compares at some places.</summary>
    private void Check(string what, Function function, double[] numbers, Action<int, double> set, double[] gradient, double[]? errors)
    {
        foreach (var i in ChoosePlaces(gradient))
        {
            var number = numbers[i];
            var step = Step * Math.Max(1, Math.Abs(number));
            var (one, rounding) = Difference(step);
            var (two, _) = Difference(2 * step);
            numbers[i] = number;
            set(i, number);

            // Of what the loss of a step brings, four fifths go as the step is halved; where they do not, there is a kink.
            var curvature = Math.Abs(one - two);
            var bound = (2 * curvature) + rounding + (8 * ((errors?[i] ?? 0) + ((model.Declaration.IsDouble ? Arithmetic.Double : Arithmetic.Single).Unit * Math.Abs(gradient[i])))) + (1e-9 * Math.Abs(one));
            var isKink = !double.IsFinite(bound) || curvature > 1e-4 * Math.Max(1e-3, Math.Abs(one));
            tally.AddDerivative(isKink, Math.Abs(gradient[i]) > bound);
            if (!isKink && !(Math.Abs(one - gradient[i]) <= bound))
            {
                CheckFailedException.Throw(
                    "differences", FormattableString.Invariant($"{what} at {i} of {numbers.Length}: a difference of {one:G10} ± {bound:G3}, a gradient of {gradient[i]:G10}."));
            }

            (double Value, double Rounding) Difference(double h)
            {
                set(i, numbers[i] = number + h);
                var above = function.Values();
                set(i, numbers[i] = number - h);
                var below = function.Values();
                var sum = above.Zip(below, (a, b) => a - b).Zip(function.Factors, (difference, factor) => difference * factor).Sum();
                var error = function.Errors.Zip(function.Factors, (e, factor) => 4 * e * Math.Abs(factor)).Sum();
                return (sum / (2 * h), error / h);
            }
        }
    }
}
