using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Activations;

/// <summary>An activation that is one scalar expression of one operand; built-in ones and users' own take the same path.</summary>
internal abstract class ElementwiseLayer : Layer
{
    protected static Expression X { get; } = new Operand(0);

    /// <summary>The function of <see cref="X"/>.</summary>
    protected abstract Expression Formula(LayerScope scope);

    public sealed override Value Lower(LayerScope scope)
    {
        var formula = Formula(scope);
        var value = scope.Graph.Map(formula, scope.Input);
        scope.MarkIfFlat(value, formula);
        return value;
    }
}
