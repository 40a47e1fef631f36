using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;
using NetGen.Generator.Tests.Reference;
using NetGen.Testing.Numbers;
using NetGen.Testing.Reference;

namespace NetGen.Generator.Tests.Numeric;

/// <summary>A result of the reference interpreter, and how far a program of less precision may be from it.</summary>
/// <param name="Numbers">The result.</param>
/// <param name="Roundings">How many roundings lie on its way, as <see cref="RoundingCount"/> counts.</param>
internal sealed record ReferenceResult(double[] Numbers, double Roundings);

/// <summary>What the naive interpreter makes, in double precision, of the graphs of a network before any pass.</summary>
internal sealed class ReferenceRun(NetworkModel model, TestNumbers numbers)
{
    private readonly Dictionary<(string, InputRole), double[]> _inputs = ReferenceInputs.Of(model, numbers);
    private readonly PhiloxNumbers _random = new(NetworkRun.NoiseSeed, NetworkRun.NoiseStep, model.Declaration.IsDouble);

    /// <summary>Outputs, predictions and the loss in prediction form, the penalty not included.</summary>
    public IReadOnlyDictionary<(string Name, ResultRole Role), ReferenceResult> Prediction() => Run(model.Prediction);

    /// <summary>The loss in training form, the penalty not included, and the gradient of both together.</summary>
    public IReadOnlyDictionary<(string Name, ResultRole Role), ReferenceResult> LossAndGradient()
    {
        var results = GradientBuffer.Of(Run(GradientGraphs.LossAndGradient(model)));
        foreach (var parameter in model.Parameters)
        {
            var key = (parameter.Name, ResultRole.ParameterGradient);
            var data = results.GetValueOrDefault(key) ?? new ReferenceResult(new double[parameter.Shape.Count], 0);
            results[key] = parameter.Trainable ? new ReferenceResult(WithDecay(parameter, data.Numbers), data.Roundings + 4) : data;
        }

        return results;
    }

    /// <summary>The outputs in training form and the gradients of Σ upstream · output.</summary>
    public IReadOnlyDictionary<(string Name, ResultRole Role), ReferenceResult> VectorJacobianProduct() =>
        GradientBuffer.Of(Run(GradientGraphs.VectorJacobianProduct(model)));

    /// <summary>The terms of decay in the loss.</summary>
    public double Penalty() => ReferenceDecay.Penalties(model, numbers).Sum();

    private double[] WithDecay(ParameterInfo parameter, double[] gradient) =>
        [.. gradient.Zip(ReferenceDecay.Gradient(parameter, numbers), (g, decay) => g + decay)];

    private IReadOnlyDictionary<(string Name, ResultRole Role), ReferenceResult> Run(ComputationGraph graph)
    {
        var counting = new RoundingCount(graph, numbers.Samples);
        var results = ReferenceInterpreter.Run(counting.Graph, numbers.Samples, numbers.Parameters, _inputs, _random);
        return counting.Graph.Results.Where(result => !RoundingCount.IsOwn(result))
            .ToDictionary(result => (result.Name, result.Role), result => new ReferenceResult(results[(result.Name, result.Role)], counting.Of(result.Value, results)));
    }
}
