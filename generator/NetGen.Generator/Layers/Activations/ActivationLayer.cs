using NetGen.Generator.Expressions;

namespace NetGen.Generator.Layers.Activations;

/// <summary>A user's own activation, read from a static method of one parameter.</summary>
internal sealed class ActivationLayer : ElementwiseLayer
{
    public override (string Argument, int Parameters)? Function => ("method", 1);

    protected override Expression Formula(LayerScope scope) => OwnMethod.Body(this, scope);
}
