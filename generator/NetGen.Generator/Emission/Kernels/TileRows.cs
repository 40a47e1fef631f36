using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>How many rows a tile of a contraction has.</summary>
internal static class TileRows
{
    // By four vectors of lanes sixteen accumulators, four vectors and a spread element fit 32 registers; twelve are enough to keep the machine busy.
    private static readonly int[] s_byFourVectors = { 4, 3 };

    // By two vectors of lanes up to twelve accumulators, two vectors and a spread element fit 16 registers.
    private static readonly int[] s_byTwoVectors = { 6, 5, 4 };

    /// <summary>As many as leave the fewest over; four where it is not known how many there are, one where they fill no tile.</summary>
    /// <param name="axes">The axes of the contraction.</param>
    /// <param name="vectors">How many vectors of lanes a tile has.</param>
    public static int Of(ContractionAxes axes, int vectors)
    {
        if (axes.Row is not { } row)
        {
            return 1;
        }

        if (row.OverSamples || row.Shared is not null)
        {
            return SharedAxis.TileRows;
        }

        var choices = vectors == 4 ? s_byFourVectors : s_byTwoVectors;
        return row.Size < choices[choices.Length - 1] ? (int)row.Size : choices.OrderBy(rows => (row.Size + rows - 1) / rows * rows).First(rows => rows <= row.Size);
    }
}
