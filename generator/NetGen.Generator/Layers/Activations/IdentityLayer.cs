using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Activations;

/// <summary>f(x) = x: another name for the value before it, without any operation.</summary>
internal sealed class IdentityLayer : Layer
{
    public override Value Lower(LayerScope scope) => scope.Input;
}
