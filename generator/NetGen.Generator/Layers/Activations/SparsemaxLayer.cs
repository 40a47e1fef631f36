using System.Linq;
using NetGen.Generator.Graph;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Activations;

/// <summary>max(xᵢ − τ, 0) over one axis, with the threshold τ for which these values sum to 1.</summary>
internal sealed class SparsemaxLayer : Layer
{
    public override Value Lower(LayerScope scope)
    {
        var graph = scope.Graph;
        var x = scope.Input;
        var axis = scope.Axis("Axis", x.Shape, -1);
        var last = x.Shape.Rank - 1;
        if (axis == last)
        {
            return Project(graph, x);
        }

        // The threshold works along the last axis. Exchanging two axes is its own inverse.
        var exchange = Enumerable.Range(0, x.Shape.Rank).Select(i => i == axis ? last : i == last ? axis : i).ToArray();
        return graph.Transpose(Project(graph, graph.Transpose(x, exchange)), exchange);
    }

    private static Value Project(GraphBuilder graph, Value x) =>
        graph.Map(Max(X(0) - X(1), 0), x, graph.SparsemaxThreshold(x));
}
