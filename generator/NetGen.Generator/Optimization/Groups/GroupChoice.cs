using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>Whether a network of images gains by samples in the lanes.</summary>
internal static class GroupChoice
{
    /// <summary>What a layer reads and writes for a group stays in the second-level cache: so many elements.</summary>
    private const long MostElements = 1 << 17;

    /// <summary>Where at least this part of the multiplications has channels that leave lanes empty.</summary>
    private const int LeastPart = 4;

    /// <summary>
    /// It pays where each convolution's group fits the cache and a good part of all multiplications is for channels that are no multiple of the lanes, which would stay empty.
    /// </summary>
    public static bool Pays(ComputationGraph graph)
    {
        var convolutions = graph.Values.Select(Convolution.Of).OfType<Convolution>().ToArray();
        var total = convolutions.Sum(convolution => (double)convolution.Products);
        return total > 0
            && convolutions.All(convolution => (Aliases.Root(convolution.Data).Shape.Count + convolution.Result.Shape.Count) * TensorType.GroupSize <= MostElements)
            && convolutions.Where(convolution => convolution.Channels % TensorType.GroupSize != 0).Sum(convolution => (double)convolution.Products) * LeastPart >= total;
    }

    /// <summary>A contraction of data by a weight that gives several positions.</summary>
    /// <param name="Result">The contraction.</param>
    /// <param name="Data">The operand with samples.</param>
    /// <param name="Channels">How many elements each position has that come from the weight alone.</param>
    /// <param name="Products">How many multiplications there are for a sample.</param>
    internal sealed record Convolution(Value Result, Value Data, long Channels, long Products)
    {
        /// <summary>Null for what is none: dense layers, products of data with data.</summary>
        public static Convolution? Of(Value value)
        {
            if (value.Operation is not ContractOperation contract || !value.Batched || value.Operands[0].Batched == value.Operands[1].Batched)
            {
                return null;
            }

            var isLeft = value.Operands[0].Batched;
            var (data, weight) = (value.Operands[isLeft ? 0 : 1], value.Operands[isLeft ? 1 : 0]);
            var (own, other) = isLeft ? (contract.Left, contract.Right) : (contract.Right, contract.Left);
            var axes = contract.Result.TrimStart(TypeRules.SampleLabel);
            if (!axes.Any(label => !other.Contains(label)))
            {
                return null;
            }

            var channels = axes.Where(label => !own.Contains(label)).Aggregate(1L, (product, label) => product * weight.Shape[other.IndexOf(label)]);
            var summed = other.Where(label => !axes.Contains(label)).Aggregate(1L, (product, label) => product * weight.Shape[other.IndexOf(label)]);
            return new Convolution(value, data, channels, value.Shape.Count * summed);
        }
    }
}
