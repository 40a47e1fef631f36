using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>
/// Where a convolution has the samples of a group in its lanes, each position is computed apart, and what it would multiply by the zeros around an image is left out: its
/// windows are those of the image itself, clipped at the border. Nothing is copied into a frame of zeros, and the input gradient of a convolution without padding, which gathers
/// from beyond the border at most positions of a small image, takes no more products than the convolution.
/// </summary>
internal static class ClipWindows
{
    public static ComputationGraph Run(ComputationGraph graph) =>
        GraphCopy.Rebuild(graph, graph.Results, (target, value, operands) =>
        {
            var clipped = value.Operation is ContractOperation contract && value.Type.Grouped && HasRows(value, contract)
                ? operands.Select(operand => Clipped(target, operand) ?? operand).ToArray()
                : operands;
            return target.Add(value.Operation, clipped, value.Type, value.Label);
        });

    // Without rows of the weight a sum is taken in several by turns, for which it must be known how many steps it has.
    private static bool HasRows(Value value, ContractOperation contract) =>
        value.Operands[0].Batched != value.Operands[1].Batched
        && contract.Result.Any(label => !(value.Operands[0].Batched ? contract.Left : contract.Right).Contains(label));

    private static Value? Clipped(ComputationGraph target, Value view)
    {
        var (unfolds, pads) = (new List<Value>(), new List<Value>());
        for (; view.Operation is UnfoldOperation; view = view.Operands[0])
        {
            unfolds.Insert(0, view);
        }

        for (; view.Operation is PadOperation { Value: 0 }; view = view.Operands[0])
        {
            pads.Add(view);
        }

        // In the order in which they are taken; an axis stands further behind for every one before it that was made two.
        var before = new int[view.Shape.Rank];
        foreach (var pad in pads.Select(pad => (PadOperation)pad.Operation))
        {
            before[pad.Axis] += pad.Before;
        }

        var axes = Enumerable.Range(0, view.Shape.Rank).ToList();
        var windows = new List<UnfoldOperation>();
        foreach (var unfold in unfolds.Select(unfold => (UnfoldOperation)unfold.Operation))
        {
            var axis = axes[unfold.Axis];
            if (unfold.Clips || axis < 0 || unfold.Windows.Dilation is not (1 or -1))
            {
                return null;
            }

            windows.Add(unfold with { Windows = unfold.Windows with { Start = unfold.Windows.Start - before[axis] }, Clips = pads.Any(pad => ((PadOperation)pad.Operation).Axis == axis) });
            axes[unfold.Axis] = -1;
            axes.Insert(unfold.Axis, -1);
        }

        return pads.Count == 0 || pads.Any(pad => axes.Contains(((PadOperation)pad.Operation).Axis))
            ? null
            : windows.Aggregate(view, (x, unfold) => target.Add(unfold, new[] { x }, x.Type with { Shape = x.Shape.Unfolded(unfold.Axis, unfold.Windows) }, x.Label));
    }
}
