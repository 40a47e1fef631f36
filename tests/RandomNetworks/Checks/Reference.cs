using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;
using NetGen.RandomNetworks.Bounds;
using NetGen.Testing.Numbers;
using NetGen.Testing.Reference;

namespace NetGen.RandomNetworks.Checks;

/// <summary>A result of the reference interpreter with the bound of each of its numbers.</summary>
internal sealed record BoundedResult(double[] Numbers, double[] Errors);

/// <summary>What the reference interpreter makes of the graphs of a network before any pass, with bounds for a program of its precision.</summary>
internal sealed class Reference(NetworkModel model, TestNumbers numbers)
{
    private readonly Dictionary<(string, InputRole), double[]> _inputs = ReferenceInputs.Of(model, numbers);
    private readonly PhiloxNumbers _random = new(NetworkRun.NoiseSeed, NetworkRun.NoiseStep, model.Declaration.IsDouble);

    public Arithmetic Arithmetic { get; } = model.Declaration.IsDouble ? Arithmetic.Double : Arithmetic.Single;

    public IReadOnlyDictionary<(string Name, ResultRole Role), BoundedResult> Prediction() => Bounded(model.Prediction, Arithmetic);

    /// <summary>The forward pass as the reference itself errs.</summary>
    public IReadOnlyDictionary<(string Name, ResultRole Role), BoundedResult> Training() => Bounded(model.Training, Arithmetic.Double);

    public IReadOnlyDictionary<(string Name, ResultRole Role), BoundedResult> LossAndGradient() =>
        GradientBuffer.Of(Bounded(GradientGraphs.LossAndGradient(model), Arithmetic));

    public IReadOnlyDictionary<(string Name, ResultRole Role), BoundedResult> VectorJacobianProduct() =>
        GradientBuffer.Of(Bounded(GradientGraphs.VectorJacobianProduct(model), Arithmetic));

    /// <summary>The terms of decay in the loss, summed in double precision whatever that of the parameters.</summary>
    public BoundedResult Penalty()
    {
        var terms = ReferenceDecay.Penalties(model, numbers).ToArray();
        return new BoundedResult([terms.Sum()], [Arithmetic.Double.Rounded(terms.Sum(), 0, terms.Length + 4)]);
    }

    /// <summary>The results of the forward pass for training, with the numbers as they are now.</summary>
    public IReadOnlyDictionary<(string Name, ResultRole Role), double[]> TrainingNumbers() =>
        ReferenceInterpreter.Run(model.Training, numbers.Samples, numbers.Parameters, _inputs, _random);

    private IReadOnlyDictionary<(string Name, ResultRole Role), BoundedResult> Bounded(ComputationGraph graph, Arithmetic arithmetic)
    {
        var values = ReferenceInterpreter.Evaluate(graph, numbers.Samples, numbers.Parameters, _inputs, _random);
        var errors = ErrorBounds.Of(graph, values, numbers.Samples, arithmetic);
        return graph.Results.ToDictionary(
            result => (result.Name, result.Role), result => new BoundedResult(values[result.Value.Id].Data, errors[result.Value.Id].Data));
    }
}
