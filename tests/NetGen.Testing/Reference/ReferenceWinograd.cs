using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Testing.Reference;

/// <summary>Winograd's F(2×2, 3×3) by its matrices.</summary>
internal static class ReferenceWinograd
{
    private static readonly double[][] s_bTransposed = [[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]];

    private static readonly double[][] s_g = [[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]];

    private static readonly double[][] s_aTransposed = [[1, 1, 1, 0], [0, 1, -1, -1]];

    /// <summary>u[4i + j, c, o] = Σ_kl G[i, k]·w[o, c, k, l]·G[j, l].</summary>
    public static void Weight(ReferenceTensor result, WinogradWeightOperation operation, ReferenceTensor weight)
    {
        foreach (var index in result.Indices())
        {
            var (i, j) = (index[0] / 4, index[0] % 4);
            foreach (var (k, l) in Square(3))
            {
                var source = new int[4];
                source[operation.Rows] = operation.RowsBackwards ? 2 - k : k;
                source[operation.Columns] = operation.ColumnsBackwards ? 2 - l : l;
                source[operation.Channels] = index[1];
                source[operation.Filters] = index[2];
                result[index] += s_g[i][k] * weight[source] * s_g[j][l];
            }
        }
    }

    /// <summary>y = Aᵀ·[Σ_c (Bᵀ·d·B)[c] ⊙ u[c]]·A, each element from the tile that begins at an even place, or at the one before.</summary>
    public static void Sum(ReferenceTensor result, WinogradOperation operation, ReferenceTensor image, ReferenceTensor weight)
    {
        var first = result.FirstAxis;
        foreach (var index in result.Indices())
        {
            var (row, column) = (TileOf(index[first], result.Type.Shape[0]), TileOf(index[first + 1], result.Type.Shape[1]));
            var (a, b) = (index[first] - row, index[first + 1] - column);
            for (var c = 0; c < image.Type.Shape[2]; c++)
            {
                foreach (var (i, j) in Square(4))
                {
                    var transformed = Square(4).Sum(place => s_bTransposed[i][place.Row] * s_bTransposed[j][place.Column] * At(place.Row, place.Column));
                    result[index] += s_aTransposed[a][i] * s_aTransposed[b][j] * transformed * weight[[(4 * i) + j, c, index[first + 2]]];
                }

                double At(int k, int l)
                {
                    var source = index.ToArray();
                    (source[first], source[first + 1], source[first + 2]) = (operation.Row + row + k, operation.Column + column + l, c);
                    return image[source];
                }
            }
        }
    }

    private static int TileOf(int place, int results) => System.Math.Min(place / 2 * 2, results - 2);

    private static (int Row, int Column)[] Square(int size) =>
        Enumerable.Range(0, size * size).Select(place => (place / size, place % size)).ToArray();
}
