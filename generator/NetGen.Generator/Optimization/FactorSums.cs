using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>
/// Takes factors that are the same for all that is added up out of a sum: Σ a·x = a · Σ x. What is left is often a sum that is there already, as that of a gradient, which is
/// that of a bias and, times a scale, that of a mean.
/// </summary>
internal static class FactorSums
{
    public static ComputationGraph Run(ComputationGraph graph) =>
        GraphCopy.Rebuild(graph, graph.Results, (target, value, operands) =>
            value.Operation is ReduceOperation { Reduction: Reduction.Sum } sum
                ? Factored(new GraphBuilder(target) { Label = value.Label }, sum, operands[0])
                : target.Add(value.Operation, operands, value.Type, value.Label));

    private static Value Factored(GraphBuilder builder, ReduceOperation sum, Value x)
    {
        var (outside, operands, left) = ((Expression)new Constant(1), new List<Value>(), x);
        while (left.Operation is MapOperation map && Factors(map.Expression).ToLookup(factor => IsSame(factor, left, sum)) is var factors && factors[true].Any() && factors[false].Any())
        {
            var first = operands.Count;
            operands.AddRange(left.Operands);
            outside *= Product(factors[true]).Renumber(index => first + index);
            var (inside, read) = MapOperands.Compact(Product(factors[false]), left.Operands);
            left = inside is Operand && read[0].Type.Equals(x.Type) ? read[0] : builder.Map(inside, x.Type, read);
        }

        // Numbers alone are multiplied as well inside.
        var (compact, used) = MapOperands.Compact(Simplifier.Simplify(outside), operands);
        return used.Length == 0
            ? builder.Reduce(Reduction.Sum, x, sum.Axes, sum.OverSamples)
            : builder.Map(compact * new Operand(used.Length), used.Append(builder.Reduce(Reduction.Sum, left, sum.Axes, sum.OverSamples)).ToArray());
    }

    // The factors of a product; a sign is one.
    private static IEnumerable<Expression> Factors(Expression expression) => expression switch
    {
        Binary { Function: BinaryFunction.Multiply } product => Factors(product.Left).Concat(Factors(product.Right)),
        Unary { Function: UnaryFunction.Negate } negation => Factors(negation.Value).Prepend(new Constant(-1)),
        _ => new[] { expression },
    };

    private static Expression Product(IEnumerable<Expression> factors) => factors.Aggregate((product, factor) => product * factor);

    // Whether a factor is the same for all that is added up: a number, or made of numbers for other axes.
    private static bool IsSame(Expression factor, Value x, ReduceOperation sum) =>
        factor is Operand operand ? IsSame(x.Operands[operand.Index], x, sum) : factor.Children().All(child => IsSame(child, x, sum));

    private static bool IsSame(Value operand, Value x, ReduceOperation sum)
    {
        var first = x.Shape.Rank - operand.Shape.Rank;
        return !(sum.OverSamples && operand.Batched) && operand.Type.Element == ElementKind.Float
            && sum.Axes.All(axis => axis < first || operand.Shape[axis - first] == 1);
    }
}
