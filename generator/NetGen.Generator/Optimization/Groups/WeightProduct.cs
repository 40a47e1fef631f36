using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>A contraction of data by a weight: a dense layer, or a convolution, which gives several positions.</summary>
/// <param name="Result">The contraction.</param>
/// <param name="Data">The operand with samples.</param>
/// <param name="Channels">How many elements each position has that come from the weight alone.</param>
/// <param name="Products">How many multiplications there are for a sample.</param>
/// <param name="HasPositions">Whether axes of the data stay.</param>
internal sealed record WeightProduct(Value Result, Value Data, long Channels, long Products, bool HasPositions)
{
    /// <summary>Null for what is none: products of data with data.</summary>
    public static WeightProduct? Of(Value value)
    {
        if (value.Operation is not ContractOperation contract || !value.Batched || value.Operands[0].Batched == value.Operands[1].Batched)
        {
            return null;
        }

        var isLeft = value.Operands[0].Batched;
        var (data, weight) = (value.Operands[isLeft ? 0 : 1], value.Operands[isLeft ? 1 : 0]);
        var (own, other) = isLeft ? (contract.Left, contract.Right) : (contract.Right, contract.Left);
        var axes = contract.Result.TrimStart(TypeRules.SampleLabel);
        var channels = axes.Where(label => !own.Contains(label)).Aggregate(1L, (product, label) => product * weight.Shape[other.IndexOf(label)]);
        var summed = other.Where(label => !axes.Contains(label)).Aggregate(1L, (product, label) => product * weight.Shape[other.IndexOf(label)]);
        return new WeightProduct(value, data, channels, value.Shape.Count * summed, axes.Any(label => !other.Contains(label)));
    }
}
