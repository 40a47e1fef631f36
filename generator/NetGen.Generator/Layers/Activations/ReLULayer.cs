using NetGen.Generator.Expressions;

namespace NetGen.Generator.Layers.Activations;

/// <summary>max(x, 0).</summary>
internal sealed class ReLULayer : ElementwiseLayer
{
    protected override Expression Formula(LayerScope scope) => new Binary(BinaryFunction.Maximum, X, 0);
}
