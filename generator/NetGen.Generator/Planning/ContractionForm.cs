using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>
/// Which part each axis of a contraction plays. The <em>lane</em> is the axis of the result that lies in the lanes of the
/// vectors; it comes from one operand, the <em>lane operand</em>, of which whole vectors are loaded, while single elements
/// of the other, the <em>broadcast operand</em>, are spread over all lanes.
/// </summary>
/// <param name="LaneOperand">The place of the lane operand; −1 where no axis can lie in the lanes.</param>
/// <param name="Lane">The label of the lane.</param>
internal sealed record ContractionForm(int LaneOperand, char Lane)
{
    /// <summary>
    /// Whether the lanes are summed over: both operands have the samples of a group as their last axis and the result has not. Products of vectors of both are added up, and
    /// their lanes at last.
    /// </summary>
    public bool SumsLanes { get; init; }

    public int BroadcastOperand => 1 - LaneOperand;

    /// <summary>The form for a result in a layout: its lane axis there, or its last axis in row-major order.</summary>
    public static ContractionForm Of(Value contraction, Layout layout)
    {
        var contract = (ContractOperation)contraction.Operation;
        var none = new ContractionForm(-1, ' ');
        if (contraction.Operands.All(operand => operand.Type.Grouped))
        {
            var sample = contract.Left[contract.Left.Length - 1];
            return none with { SumsLanes = sample == contract.Right[contract.Right.Length - 1] && !contract.Result.Contains(sample) };
        }

        var axes = contract.Result.TrimStart(TypeRules.SampleLabel);
        if (axes.Length == 0)
        {
            return none;
        }

        var lane = axes[layout.LaneAxis < 0 ? axes.Length - 1 : layout.LaneAxis];
        var inLeft = contract.Left.Contains(lane);
        var inRight = contract.Right.Contains(lane);
        return inLeft && inRight ? none : new ContractionForm(inRight ? 1 : 0, lane);
    }

    /// <summary>
    /// The label of the axis whose steps are the rows of a tile: that of the samples, or the longest of those that the result has
    /// from the broadcast operand alone; null where there is none. Windows lie side by side
    /// within a sample, not from one to the next, so that the samples come first there only where there are too few positions for a tile.
    /// </summary>
    public char? Row(Value contraction)
    {
        if (LaneOperand < 0)
        {
            return null;
        }

        var contract = (ContractOperation)contraction.Operation;
        var (broadcast, lanes) = (Labels(contract, BroadcastOperand), Labels(contract, LaneOperand));
        var samples = Aliases.IsView(contraction.Operands[BroadcastOperand]) ? SharedAxis.TileRows : long.MaxValue;
        return broadcast.Where(label => contract.Result.Contains(label) && !lanes.Contains(label)).Distinct()
            .OrderByDescending(label => label == TypeRules.SampleLabel ? samples : SizeOf(contraction, label)).Select(label => (char?)label).FirstOrDefault();
    }

    /// <summary>The size of the axis with a label, which is not that of the samples.</summary>
    public static long SizeOf(Value contraction, char label)
    {
        var contract = (ContractOperation)contraction.Operation;
        var left = contract.Left.TrimStart(TypeRules.SampleLabel).IndexOf(label);
        return left >= 0
            ? contraction.Operands[0].Shape[left]
            : contraction.Operands[1].Shape[contract.Right.TrimStart(TypeRules.SampleLabel).IndexOf(label)];
    }

    /// <summary>The labels of an operand.</summary>
    public static string Labels(ContractOperation contract, int operand) => operand == 0 ? contract.Left : contract.Right;
}
