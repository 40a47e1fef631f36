using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Differentiation;

/// <summary>
/// The rule of element-wise operations: upstream · ∂f/∂x by symbolic differentiation, summed over the axes along which the
/// operand was broadcast.
/// </summary>
internal static class MapPullback
{
    public static Value? Of(GraphBuilder builder, Value value, int operand, Value upstream)
    {
        var x = value.Operands[operand];
        var function = ((MapOperation)value.Operation).Expression;
        var derivative = Derivative.Of(function, operand);
        if (x.Type.Element != ElementKind.Float || derivative is Constant { Value: 0 })
        {
            return null;
        }

        var result = new Operand(value.Operands.Count);
        var gradient = new Operand(value.Operands.Count + 1);
        var expression = Simplifier.Simplify(gradient * InTermsOfResult(derivative, function, result));
        var operands = value.Operands.Concat(new[] { value, upstream }).ToArray();
        var (compact, used) = MapOperands.Compact(expression, operands);
        return SumToType(builder, builder.Map(compact, value.Type, used), x.Type);
    }

    /// <summary>
    /// A derivative that reads the stored result instead of computing it again: s(1 − s) for a sigmoid, and y &gt; 0 for
    /// x &gt; 0 where the function keeps the sign of x, so that x itself need not be kept for the backward pass.
    /// </summary>
    private static Expression InTermsOfResult(Expression derivative, Expression function, Operand result)
    {
        var signSource = SignSource(function);
        return derivative.Rewrite(part =>
            part is not (Operand or Constant) && part.Equals(function) ? result
            : part is Select { Condition: Compare { Comparison: Comparison.Greater, Right: Constant { Value: 0 } } compare } select
                && signSource is not null && compare.Left.Equals(signSource)
                ? new Select(
                    compare with { Left = result },
                    InTermsOfResult(select.WhenTrue, function, result),
                    InTermsOfResult(select.WhenFalse, function, result))
            : null);
    }

    // The u of which max(u, 0) and u > 0 ? u : c·u with c ≥ 0 have the sign (or are zero where it is not positive).
    private static Expression? SignSource(Expression function) => function switch
    {
        Binary { Function: BinaryFunction.Maximum, Right: Constant { Value: 0 } } maximum => maximum.Left,
        Select { Condition: Compare { Comparison: Comparison.Greater, Right: Constant { Value: 0 } } compare } select
            when select.WhenTrue.Equals(compare.Left) && IsNonNegativeMultiple(select.WhenFalse, compare.Left) => compare.Left,
        _ => null,
    };

    private static bool IsNonNegativeMultiple(Expression expression, Expression of) =>
        expression is Constant { Value: 0 }
        || (expression is Binary { Function: BinaryFunction.Multiply } product
            && ((product.Left is Constant { Value: >= 0 } && product.Right.Equals(of))
                || (product.Right is Constant { Value: >= 0 } && product.Left.Equals(of))));

    /// <summary>Sums over the axes along which a value of the given type was broadcast.</summary>
    private static Value SumToType(GraphBuilder builder, Value value, TensorType type)
    {
        var offset = value.Shape.Rank - type.Shape.Rank;
        var axes = new List<int>();
        for (var axis = 0; axis < value.Shape.Rank; axis++)
        {
            if (value.Shape[axis] != 1 && (axis < offset || type.Shape[axis - offset] == 1))
            {
                axes.Add(axis);
            }
        }

        var overSamples = value.Batched && !type.Batched;
        var sum = axes.Count > 0 || overSamples ? builder.Reduce(Reduction.Sum, value, axes, overSamples) : value;
        return builder.Reshape(sum, type.Shape);
    }
}
