using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>
/// A prediction of one sample is the same graph without the sample axis: the product of a matrix with a batch becomes one
/// with a vector, no loop runs over samples, and all memory has constant places.
/// </summary>
internal static class OneSampleGraph
{
    /// <summary>The graph for one sample; null where something is taken over the samples themselves or drawn for each of them.</summary>
    public static ComputationGraph? Of(ComputationGraph graph) =>
        Exists(graph)
            ? GraphCopy.Rebuild(graph, graph.Results, (target, value, operands) =>
                target.Add(WithoutSamples(value.Operation), operands, value.Type with { Batched = false }, value.Label))
            : null;

    /// <summary>Whether nothing is taken over the samples themselves or drawn for each of them.</summary>
    public static bool Exists(ComputationGraph graph) =>
        !graph.Values.Any(value => value.Operation is ReduceOperation { OverSamples: true } or RandomOperation || SumsSamples(value));

    private static bool SumsSamples(Value value) =>
        value.Operation is ContractOperation contract && value.Operands.Any(operand => operand.Batched) && contract.Result.IndexOf(TypeRules.SampleLabel) < 0;

    private static Operation WithoutSamples(Operation operation) => operation is ContractOperation contract
        ? contract with { Left = Axes(contract.Left), Right = Axes(contract.Right), Result = Axes(contract.Result) }
        : operation;

    private static string Axes(string labels) => labels.TrimStart(TypeRules.SampleLabel);
}
