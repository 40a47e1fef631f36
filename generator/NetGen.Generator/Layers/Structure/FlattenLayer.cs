using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Structure;

/// <summary>All axes of a sample as one.</summary>
internal sealed class FlattenLayer : Layer
{
    public override Value Lower(LayerScope scope) =>
        scope.Graph.Reshape(scope.Input, new Shape(checked((int)scope.Input.Shape.Count)));
}
