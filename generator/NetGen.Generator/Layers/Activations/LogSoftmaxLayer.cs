using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Activations;

/// <summary>xᵢ − ln Σⱼ e^xⱼ over one axis.</summary>
internal sealed class LogSoftmaxLayer : Layer
{
    public override Value Lower(LayerScope scope) =>
        SoftmaxLowering.LogSoftmax(scope.Graph, scope.Input, scope.Axis("Axis", scope.Input.Shape, -1));
}
