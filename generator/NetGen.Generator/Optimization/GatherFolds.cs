using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>
/// The input gradient of a convolution is a contraction whose windows are added up. Where windows lie one step apart it is computed
/// like a convolution instead: each element gathers what comes to it from the windows of the padded upstream gradient, walked
/// backwards, so that nothing is written twice. What a slice behind it cuts off is not computed.
/// <para>Σ over the windows i and their elements j with start + i + d·j = p of g[i]·w[j] is Σ over j of g[p − start − d·j]·w[j].</para>
/// </summary>
internal static class GatherFolds
{
    // Beyond so many times the windows there are, gathering computes more with zeros than it saves.
    private const int MostGrowth = 2;

    public static ComputationGraph Run(ComputationGraph graph)
    {
        var users = Aliases.CountUsers(graph);
        return GraphCopy.Rebuild(graph, graph.Results, (target, value, operands) =>
        {
            var builder = new GraphBuilder(target) { Label = value.Label };
            var isOnlyUser = value.Operands.Count == 1 && users[value.Operands[0]] == 1;
            return (isOnlyUser ? Rewritten(builder, value, operands[0]) : null) ?? target.Add(value.Operation, operands, value.Type, value.Label);
        });
    }

    private static Value? Rewritten(GraphBuilder builder, Value value, Value operand) =>
        operand.Operation is not ContractOperation contract ? null : value.Operation switch
        {
            FoldOperation fold => Gathered(builder, fold, contract, operand),
            SliceOperation slice => Narrowed(builder, slice, contract, operand),
            _ => null,
        };

    private static Value? Gathered(GraphBuilder builder, FoldOperation fold, ContractOperation contract, Value contraction)
    {
        var axes = contract.Result.TrimStart(TypeRules.SampleLabel);
        var (window, element, w) = (axes[fold.Axis], axes[fold.Axis + 1], fold.Windows);
        var isLeft = contract.Left.Contains(window);
        var (own, other) = isLeft ? (contract.Left, contract.Right) : (contract.Right, contract.Left);
        if (w.Stride != 1 || fold.Length > MostGrowth * w.Count || other.Contains(window) || own.Contains(element))
        {
            return null;
        }

        var (lowest, highest) = (-w.Start - Math.Max(0, (w.Size - 1) * w.Dilation), fold.Length - 1 - w.Start - Math.Min(0, (w.Size - 1) * w.Dilation));
        var (before, after) = (Math.Max(0, -lowest), Math.Max(0, highest - (w.Count - 1)));
        var gathering = new Windows(fold.Length, w.Size, 1, -w.Dilation, before - w.Start);
        var padded = ViewEdits.Beneath(builder, contraction.Operands[isLeft ? 0 : 1], AxisOf(own, window), (x, axis) =>
            before + after > 0 ? builder.Pad(x, axis, before, after) : x);
        if (padded.Shape.Unfolded(AxisOf(own, window), gathering).Count > Shape.MaximumCount)
        {
            return null;
        }

        var upstream = builder.Unfold(padded, AxisOf(own, window), gathering);
        var labels = own.Replace(window.ToString(), $"{window}{element}");
        var result = contract.Result.Replace(element.ToString(), string.Empty);
        return isLeft
            ? builder.Contract($"{labels},{other}->{result}", upstream, contraction.Operands[1], contract.IsDirect)
            : builder.Contract($"{other},{labels}->{result}", contraction.Operands[0], upstream, contract.IsDirect);
    }

    // A part of a contraction is the contraction of a part, where the axis is one of windows.
    private static Value? Narrowed(GraphBuilder builder, SliceOperation slice, ContractOperation contract, Value contraction)
    {
        var label = contract.Result.TrimStart(TypeRules.SampleLabel)[slice.Axis];
        var holders = new[] { contract.Left, contract.Right }.Select(labels => labels.Contains(label)).ToArray();
        var place = holders[0] ? 0 : 1;
        var axis = AxisOf(place == 0 ? contract.Left : contract.Right, label);
        if (holders.All(holds => holds) || !ViewEdits.IsWindowAxis(contraction.Operands[place], axis))
        {
            return null;
        }

        var operands = contraction.Operands.ToArray();
        operands[place] = ViewEdits.Slice(builder, operands[place], axis, slice.Start, slice.Length);
        return builder.Contract(contract.Specification, operands[0], operands[1], contract.IsDirect);
    }

    private static int AxisOf(string labels, char label) => labels.TrimStart(TypeRules.SampleLabel).IndexOf(label);
}
