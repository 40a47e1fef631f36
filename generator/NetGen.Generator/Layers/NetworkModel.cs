using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Declarations;
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
    IReadOnlyList<NonDifferentiableValue> NonDifferentiable)
{
    /// <summary>
    /// Whether a backward pass from the outputs has anything to give: false where a value without a derivative cuts off a
    /// trainable parameter or, in a network that has none, an input.
    /// </summary>
    public bool PassesGradients { get; } = !GradientPaths.Reaching(Training, ResultRole.Output, NonDifferentiable)
        .Any(cut => !Parameters.Any(parameter => parameter.Trainable)
            || GradientPaths.TrainableBefore(cut.TrainingValue, Parameters).Count > 0);
}

/// <summary>One layer for the description and the table.</summary>
internal sealed record LayerInfo(
    string Name, string Kind, IReadOnlyList<string> From, Shape Shape, long ParameterCount, long MultiplyAdds);

/// <summary>A column of the batch or of the results. <paramref name="ClassCount"/> is not 0 for class indices.</summary>
internal sealed record ColumnInfo(string Name, Shape Shape, int ClassCount = 0);

/// <summary>A loss: the place of its target among the targets, and the shape of what it consumes.</summary>
internal sealed record LossInfo(string Name, string Kind, int Target, double Weight, Shape Prediction);
