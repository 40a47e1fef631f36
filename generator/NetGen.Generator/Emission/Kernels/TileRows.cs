using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>How many rows a tile of a contraction has.</summary>
internal static class TileRows
{
    // Six rows by two vectors, two vectors of lanes and one spread element fit 16 registers.
    private const int MostOfTwoVectors = 6;

    /// <summary>
    /// Four: sixteen accumulators, four vectors of lanes and one spread element fit 32 registers, half as many vectors fit 16. Where the lanes are the samples of a group, a
    /// tile is two vectors wide and has as many rows as leave the fewest over. One where there are no rows to fill a tile.
    /// </summary>
    public static int Of(ContractionAxes axes, TileLanes lanes)
    {
        if (axes.Row is not { } row)
        {
            return 1;
        }

        if (!axes.OfGroups || row.OverSamples || row.Shared is not null || lanes.MostVectors > 2)
        {
            return row.OverSamples || row.Size >= SharedAxis.TileRows ? SharedAxis.TileRows : 1;
        }

        return row.Size <= MostOfTwoVectors
            ? (int)row.Size
            : Enumerable.Range(SharedAxis.TileRows, MostOfTwoVectors - SharedAxis.TileRows + 1).OrderBy(rows => (row.Size + rows - 1) / rows * rows).ThenByDescending(rows => rows).First();
    }
}
