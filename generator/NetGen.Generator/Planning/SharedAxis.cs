using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>An axis other than that of the samples along which workers may share a kernel: each computes a range of it.</summary>
/// <param name="Name">What emitted code calls the number of steps along it.</param>
/// <param name="Size">How many steps there are.</param>
/// <param name="Unit">A range is a multiple of so many, but for the last, which is no less.</param>
internal sealed record SharedAxis(string Name, long Size, int Unit)
{
    /// <summary>The rows of a register tile.</summary>
    public const int TileRows = 4;

    /// <summary>Less, times the samples of a batch, is done before another worker has begun.</summary>
    private const long LeastWork = 256;

    /// <summary>
    /// The rows of a sum over the samples, as of a weight gradient: each element is summed over the whole batch in ascending
    /// order, whoever does it.
    /// </summary>
    public static SharedAxis? Of(ContractKernel kernel)
    {
        var contraction = kernel.Contraction;
        var contract = (ContractOperation)contraction.Operation;
        var labels = (contract.Left + contract.Right).Distinct().ToArray();
        // An operand with itself is read in two ways, which one offset cannot serve.
        if (contraction.Operands[0] == contraction.Operands[1] || contraction.Batched || kernel.Epilogue is not null || kernel.Form.Row(contraction) is not { } row || !labels.Contains(TypeRules.SampleLabel))
        {
            return null;
        }

        var work = labels.Where(label => label != TypeRules.SampleLabel).Aggregate(1L, (product, label) => product * ContractionForm.SizeOf(contraction, label));
        var size = ContractionForm.SizeOf(contraction, row);
        return work >= LeastWork && size >= 2 * TileRows ? new SharedAxis("rows", size, TileRows) : null;
    }

    /// <summary>The panels of a matrix that are written as panels along its other axis.</summary>
    public static SharedAxis? OfTransposition(Value relayout, Layout from, Layout to) =>
        to.LaneAxis >= 0 && from.LaneAxis >= 0 && relayout.Shape.Rank == 2 && relayout.Shape[from.LaneAxis] >= 2 * Blocks.Size && relayout.Shape.Count >= LeastWork
            ? new SharedAxis("laneCount", relayout.Shape[from.LaneAxis], Blocks.Size)
            : null;
}
