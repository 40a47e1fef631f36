using System.Linq;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Structure;

/// <summary>A column of the batch.</summary>
internal sealed class InputLayer : Layer
{
    public override System.Collections.Generic.IReadOnlyList<LayerSource> Sources(LayerScope scope) => System.Array.Empty<LayerSource>();

    public override Value Lower(LayerScope scope)
    {
        scope.MarkUseless("From", "an input consumes nothing");
        return scope.Graph.Input(scope.Name, InputRole.Data, TensorType.PerSample(ShapeOf(scope)));
    }

    /// <summary>The declared shape of one sample.</summary>
    public static Shape ShapeOf(LayerScope scope)
    {
        var sizes = scope.Ints("shape");
        if (sizes.Count == 0)
        {
            throw scope.Error(DiagnosticIds.ArgumentOutOfRange, "shape", scope.Describe("shape"), "at least one size", "none");
        }

        for (var axis = 0; axis < sizes.Count; axis++)
        {
            if (sizes[axis] <= 0)
            {
                throw scope.ElementError(DiagnosticIds.NotPositive, "shape", axis, $"Size {axis} of {scope.Describe()}", sizes[axis]);
            }
        }

        return new Shape(sizes.ToArray());
    }
}
