using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Activations;

/// <summary>scale · x for x > 0, else scale · alpha · (eˣ − 1), with the fixed point of Klambauer and others (2017).</summary>
internal sealed class SELULayer : ElementwiseLayer
{
    private const double Alpha = 1.6732632423543772848170429916717;
    private const double Scale = 1.0507009873554804934193349852946;

    protected override Expression Formula(LayerScope scope) =>
        Select(Greater(X, 0), Scale * X, Scale * Alpha * ExpMinusOne(X));
}
