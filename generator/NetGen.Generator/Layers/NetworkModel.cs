using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers;

/// <summary>
/// A network lowered to graphs, before any pass: what the reference interpreter runs. <see cref="Prediction"/> has the
/// results Output, Prediction and Loss in prediction form; <see cref="Training"/> Output and Loss in training form.
/// </summary>
internal sealed record NetworkModel(
    NetworkDeclaration Declaration,
    IReadOnlyList<LayerInfo> Layers,
    IReadOnlyList<ParameterInfo> Parameters,
    IReadOnlyList<ColumnInfo> Inputs,
    IReadOnlyList<ColumnInfo> Outputs,
    IReadOnlyList<ColumnInfo> Targets,
    IReadOnlyList<LossInfo> Losses,
    ComputationGraph Prediction,
    ComputationGraph Training,
    IReadOnlyList<NonDifferentiableValue> NonDifferentiable,
    IReadOnlyList<DeclarationError> Warnings,
    IReadOnlyList<LayerConnection> Connections)
{
    /// <summary>
    /// The values without a derivative that leave a backward pass from the outputs nothing to give: those that cut off a
    /// trainable parameter or, in a network that has none, an input. None in a network with a loss, whose parameters are
    /// known to be reached.
    /// </summary>
    public IReadOnlyList<NonDifferentiableValue> GradientCuts { get; } = GradientPaths.Reaching(Training, ResultRole.Output, NonDifferentiable)
        .Where(cut => Losses.Count == 0
            && (!Parameters.Any(parameter => parameter.Trainable) || GradientPaths.TrainableBefore(cut.TrainingValue, Parameters).Count > 0))
        .ToArray();

    /// <summary>Whether a backward pass from the outputs has anything to give.</summary>
    public bool PassesGradients => GradientCuts.Count == 0;
}

/// <summary>One attribute and what it consumes, outputs and losses among them.</summary>
/// <param name="Layer">The place of the attribute.</param>
/// <param name="Name">The name of the layer.</param>
/// <param name="Kind">The kind of the layer.</param>
/// <param name="From">The names of the layers that it consumes.</param>
/// <param name="HasValue">Whether other layers can consume it: not so for outputs and losses.</param>
internal sealed record LayerConnection(int Layer, string Name, string Kind, IReadOnlyList<string> From, bool HasValue)
{
    /// <summary>The layer for a message: <c>Dense 'dense1'</c>.</summary>
    public string Describe() => $"{Kind} '{Name}'";
}

/// <summary>One layer for the description and the table.</summary>
internal sealed record LayerInfo(
    string Name, string Kind, IReadOnlyList<string> From, Shape Shape, long ParameterCount, long MultiplyAdds);

/// <summary>A column of the batch or of the results. <paramref name="ClassCount"/> is not 0 for class indices.</summary>
internal sealed record ColumnInfo(string Name, Shape Shape, int ClassCount = 0);

/// <summary>A loss: the place of its target among the targets, and the shape of what it consumes.</summary>
internal sealed record LossInfo(string Name, string Kind, int Target, double Weight, Shape Prediction);
