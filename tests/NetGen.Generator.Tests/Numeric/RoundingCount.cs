using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Tests.Numeric;

/// <summary>
/// How many roundings lie between the inputs of a graph and one of its values: with a unit of u, the value of a program
/// that rounds may differ from the exact one by so many u of its greatest element.
/// <para>
/// Each operation adds the error it makes itself, measured against the greatest element of its result, to the sum of those
/// of the operations before it. An elementary operation errs by one u, a transcendental function by at most
/// <see cref="Function"/> u. A sum of K products errs by K·u·Σ|terms| at the worst; its roundings are as good as independent,
/// so that it stays below <see cref="Confidence"/>·√K·u·Σ|terms| except with a probability of some 1e-6 (Higham and Mary, "A
/// new approach to probabilistic rounding error analysis", 2019). How much Σ|terms| exceeds the sum is computed beside it.
/// </para>
/// <para>
/// That errors are passed on unmagnified is what the numbers are drawn for: weights of deviation 1/√inputs and inputs of
/// deviation 1. Adding up over all operations on the way, parallel ones included, where independent errors would add up as
/// a root of squares, leaves the room for what cancels elsewhere.
/// </para>
/// </summary>
internal sealed class RoundingCount
{
    private const double Function = 4;
    private const double Confidence = 5;

    // No name of a column or parameter has a space.
    private const string SumPrefix = "sum ";
    private const string TermsPrefix = "terms ";

    private readonly int _samples;

    public RoundingCount(ComputationGraph graph, int samples)
    {
        _samples = samples;
        Graph = GraphCopy.Of(graph);
        var builder = new GraphBuilder(Graph);
        foreach (var sum in Graph.Values.Where(value => Terms(value) > 1).ToArray())
        {
            var magnitudes = sum.Operands.Select(operand => builder.Map(Functions.Abs(Functions.X()), operand)).ToArray();
            Graph.AddResult(Key(SumPrefix, sum), ResultRole.Output, sum);
            Graph.AddResult(Key(TermsPrefix, sum), ResultRole.Output, builder.Add(sum.Operation, sum.Type, magnitudes));
        }
    }

    /// <summary>The graph with the results that the counting needs besides its own.</summary>
    public ComputationGraph Graph { get; }

    public static bool IsOwn(GraphResult result) =>
        result.Name.StartsWith(SumPrefix, StringComparison.Ordinal) || result.Name.StartsWith(TermsPrefix, StringComparison.Ordinal);

    /// <summary>The count of one value, given the results of <see cref="Graph"/>.</summary>
    public double Of(Value result, IReadOnlyDictionary<(string Name, ResultRole Role), double[]> results)
    {
        var needed = new HashSet<Value> { result };
        foreach (var value in Graph.Values.Reverse().Where(needed.Contains))
        {
            needed.UnionWith(value.Operands);
        }

        return needed.Sum(value => Terms(value) is var terms and > 1 ? Confidence * Math.Sqrt(terms) * Cancellation(value, results) : Own(value));
    }

    private static double Cancellation(Value sum, IReadOnlyDictionary<(string Name, ResultRole Role), double[]> results)
    {
        double Greatest(string prefix) => results[(Key(prefix, sum), ResultRole.Output)].Max(Math.Abs);
        return Greatest(TermsPrefix) == 0 ? 0 : Greatest(TermsPrefix) / Greatest(SumPrefix);
    }

    private static string Key(string prefix, Value value) => prefix + value.Id.ToString(CultureInfo.InvariantCulture);

    private static double Own(Value value) => value.Operation switch
    {
        MapOperation map => map.Expression.PartsFirst().Sum(Own),
        ContractOperation => 1,
        SparsemaxThresholdOperation => Confidence * Math.Sqrt(value.Operands[0].Shape[value.Operands[0].Shape.Rank - 1]),
        InputOperation { Role: InputRole.SampleScale } => 2,
        RandomOperation => 1,
        _ => 0,
    };

    private static double Own(Expression part) => part switch
    {
        Unary { Function: UnaryFunction.Negate or UnaryFunction.Absolute or UnaryFunction.Sign } => 0,
        Unary => Function,
        Binary { Function: BinaryFunction.Minimum or BinaryFunction.Maximum } => 0,
        Binary { Function: BinaryFunction.Power } => 2 * Function,
        Binary => 1,
        Constant => 0.5,
        _ => 0,
    };

    /// <summary>How many terms each element of a sum has; 1 for all that is no sum.</summary>
    private double Terms(Value value) => value.Operation switch
    {
        ContractOperation contract => Contracted(contract, value.Operands[0]),
        ReduceOperation { Reduction: Reduction.Sum } reduce =>
            (double)value.Operands[0].Shape.Count / value.Shape.Count * (reduce.OverSamples ? _samples : 1),
        FoldOperation fold => fold.Windows.Overlap,
        _ => 1,
    };

    private double Contracted(ContractOperation contract, Value operand)
    {
        var axes = contract.Left.TrimStart(TypeRules.SampleLabel);
        var overSamples = contract.Left.StartsWith(TypeRules.SampleLabel) && !contract.Result.StartsWith(TypeRules.SampleLabel);
        return axes.Select((label, axis) => contract.Result.Contains(label) ? 1.0 : operand.Shape[axis])
            .Aggregate(overSamples ? _samples : 1.0, (product, size) => product * size);
    }
}
