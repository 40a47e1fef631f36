using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Activations;

/// <summary>e^xᵢ / Σⱼ e^xⱼ over one axis.</summary>
internal sealed class SoftmaxLayer : Layer
{
    public override Value Lower(LayerScope scope) =>
        SoftmaxLowering.Softmax(scope.Graph, scope.Input, scope.Axis("Axis", scope.Input.Shape, -1));
}
