using NetGen.Generator.Graph;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Activations;

/// <summary>The Heaviside step: 1 for x > 0, else 0. Its derivative is zero wherever it exists, so nothing before it can learn.</summary>
internal sealed class ThresholdLayer : Layer
{
    public override Value Lower(LayerScope scope)
    {
        var step = scope.Graph.Map(Select(Greater(X(), 0), 1, 0), scope.Input);
        scope.MarkNonDifferentiable(step);
        return step;
    }
}
