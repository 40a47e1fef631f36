using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Structure;

/// <summary>Names a value a result of the network; the value itself is that of its source.</summary>
internal sealed class OutputLayer : Layer
{
    public override Value Lower(LayerScope scope) => scope.Input;
}
