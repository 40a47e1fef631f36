using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Emission;

/// <summary>
/// What the values of a program are called in emitted code: by their layer and, where a layer has several, all but the
/// last by what they are. The memory of a value and the kernel that writes it have the same name.
/// </summary>
internal static class ValueNames
{
    /// <summary>The name of a value in words with dots between, as <c>softmaxcrossentropy1.exp</c>; not yet an identifier.</summary>
    public static string Of(Value value, ComputationGraph graph) => value.Operation switch
    {
        ParameterOperation parameter => parameter.Name,
        InputOperation { Role: InputRole.Data } input => "kept." + input.Name,
        InputOperation { Role: InputRole.OutputGradient } input => "kept." + input.Name + ReverseMode.GradientEnding,
        InputOperation { Role: InputRole.SampleScale } input => input.Name + ".scale",
        RelayoutOperation relayout => value.Label + (relayout.Layout.LaneAxis < 0 ? ".rows" : ".panels"),
        WinogradWeightOperation => value.Label + ".transformed",
        GroupOperation => value.Label + ".groups",
        UngroupOperation => value.Label + ".samples",
        RandomOperation => value.Label + ".random",
        _ => IsLast(value, graph) ? value.Label : $"{value.Label}.{What(value.Operation)}",
    };

    private static bool IsLast(Value value, ComputationGraph graph) =>
        graph.Values.LastOrDefault(other => other.Label == value.Label && !Aliases.IsLeaf(other) && !Aliases.IsAlias(other) && other.Operation is not (RelayoutOperation or GroupOperation or UngroupOperation or WinogradWeightOperation)) == value;

    /// <summary>What an operation computes, in a word.</summary>
    public static string What(Operation operation) => operation switch
    {
        MapOperation map => VectorExpressionText.Hint(map.Expression),
        ReduceOperation reduce => reduce.Reduction == Reduction.Sum ? "sum" : "maximum",
        ContractOperation or WinogradOperation or WinogradWindowsOperation => "product",
        WinogradTilesOperation => "tiles",
        WinogradSumsOperation => "sums",
        ArgMaxOperation => "index",
        SparsemaxThresholdOperation => "threshold",
        SliceOperation => "slice",
        ConcatOperation => "joined",
        PadOperation => "padded",
        FoldOperation => "folded",
        TransposeOperation => "transposed",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "An operation without a name."),
    };
}
