using NetGen.Generator.Expressions;

namespace NetGen.Generator.Layers.Combination;

/// <summary>The element-wise sum.</summary>
internal sealed class AddLayer : ElementwiseCombination
{
    protected override Expression Combine(Expression left, Expression right) => left + right;
}
