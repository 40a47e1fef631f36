using NetGen.Generator.Expressions;

namespace NetGen.Generator.Layers.Combination;

/// <summary>The element-wise product.</summary>
internal sealed class MultiplyLayer : ElementwiseCombination
{
    protected override Expression Combine(Expression left, Expression right) => left * right;
}
