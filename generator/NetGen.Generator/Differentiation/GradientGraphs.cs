using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;

namespace NetGen.Generator.Differentiation;

/// <summary>The training graph of a network extended by gradients.</summary>
internal static class GradientGraphs
{
    /// <summary>
    /// The loss, its gradient with respect to every trainable parameter, and what states become. Outputs and predictions are no results:
    /// nobody reads them from a training step.
    /// </summary>
    public static ComputationGraph LossAndGradient(NetworkModel model)
    {
        var graph = GraphCopy.Of(model.Training, result => result.Role is ResultRole.Loss or ResultRole.NextState);
        var builder = new GraphBuilder(graph);
        var loss = graph.Results.Single(result => result.Role == ResultRole.Loss).Value;
        builder.Label = "loss" + ReverseMode.GradientEnding;
        var one = builder.Constant(1, Shape.Scalar);
        AddGradients(model, builder, new[] { (loss, one) }, withInputs: false);
        return graph;
    }

    /// <summary>The outputs and, from a gradient for each output, the gradients of parameters and inputs; and what states become.</summary>
    public static ComputationGraph VectorJacobianProduct(NetworkModel model)
    {
        var graph = GraphCopy.Of(model.Training, result => result.Role is ResultRole.Output or ResultRole.NextState);
        var builder = new GraphBuilder(graph);
        var seeds = new List<(Value, Value)>();
        foreach (var output in graph.Results.Where(result => result.Role == ResultRole.Output).ToArray())
        {
            builder.Label = output.Name + ReverseMode.GradientEnding;
            seeds.Add((output.Value, builder.Input(output.Name, InputRole.OutputGradient, output.Value.Type)));
        }

        AddGradients(model, builder, seeds, withInputs: true);
        return graph;
    }

    private static void AddGradients(
        NetworkModel model, GraphBuilder builder, IReadOnlyList<(Value Value, Value Upstream)> seeds, bool withInputs)
    {
        var trainable = new HashSet<string>(model.Parameters.Where(parameter => parameter.Trainable).Select(parameter => parameter.Name));
        var leaves = builder.Graph.Values.ToArray();
        var parameters = leaves.Where(value => value.Operation is ParameterOperation parameter && trainable.Contains(parameter.Name));
        var inputs = leaves.Where(value => withInputs && value.Operation is InputOperation { Role: InputRole.Data });
        var gradients = ReverseMode.Differentiate(builder, seeds, parameters.Concat(inputs).ToArray());
        foreach (var pair in gradients.OrderBy(pair => pair.Key.Id))
        {
            if (pair.Key.Operation is ParameterOperation parameter)
            {
                builder.Graph.AddResult(parameter.Name, ResultRole.ParameterGradient, pair.Value);
            }
            else if (pair.Key.Operation is InputOperation input)
            {
                builder.Graph.AddResult(input.Name, ResultRole.InputGradient, pair.Value);
            }
        }
    }
}
