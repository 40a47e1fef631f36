using NetGen.Generator.Expressions;

namespace NetGen.Generator.Layers.Losses;

/// <summary>A user's own loss, read from a static method of (prediction, target) and averaged over all values.</summary>
internal sealed class OwnLossLayer : MeanLossLayer
{
    // The rule of names would make this LossLayer, which is the base of all losses.
    public override string Kind => "Loss";

    public override (string Argument, int Parameters)? Function => ("method", 2);

    protected override Expression Formula(LayerScope scope) => OwnMethod.Body(this, scope);
}
