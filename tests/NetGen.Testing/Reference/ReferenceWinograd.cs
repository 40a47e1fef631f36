using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Testing.Reference;

/// <summary>Winograd's F(2×2, 3×3) by its matrices.</summary>
internal static class ReferenceWinograd
{
    private static readonly double[][] s_bTransposed = [[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]];

    private static readonly double[][] s_g = [[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]];

    private static readonly double[][] s_aTransposed = [[1, 1, 1, 0], [0, 1, -1, -1]];

    private static readonly double[][] s_a = [[1, 0], [1, 1], [1, -1], [0, -1]];

    /// <summary>u[i, j, c, o] = Σ_kl G[i, k]·w[o, c, k, l]·G[j, l].</summary>
    public static void Weight(ReferenceTensor result, WinogradWeightOperation operation, ReferenceTensor weight)
    {
        foreach (var index in result.Indices())
        {
            var (i, j) = (index[0], index[1]);
            foreach (var (k, l) in Square(3))
            {
                var source = new int[4];
                source[operation.Rows] = operation.RowsBackwards ? 2 - k : k;
                source[operation.Columns] = operation.ColumnsBackwards ? 2 - l : l;
                source[operation.Channels] = index[2];
                source[operation.Filters] = index[3];
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
                    result[index] += s_aTransposed[a][i] * s_aTransposed[b][j] * transformed * weight[[i, j, c, index[first + 2]]];
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

    /// <summary>m[s, c, i, j, o] = Σ (Bᵀ·d·B)[i, j, c]·(A·g·Aᵀ)[i, j, o] over all tiles of the samples of each of four parts.</summary>
    public static void Sums(ReferenceTensor result, WinogradSumsOperation operation, ReferenceTensor image, ReferenceTensor gradient)
    {
        var (channels, filters, samples) = (result.Dimensions[1], result.Dimensions[4], gradient.Dimensions[0]);
        foreach (var tile in ReferenceTensor.Indices([samples, gradient.Dimensions[1] / 2, gradient.Dimensions[2] / 2]))
        {
            var (n, row, column) = (tile[0], 2 * tile[1], 2 * tile[2]);
            var part = Enumerable.Range(0, 4).Last(part => samples * part / 4 <= n);
            var elements = Products(channels, 4, s_bTransposed, (c, k, l) => image[n, operation.Row + row + k, operation.Column + column + l, c]);
            var gradients = Products(filters, 2, s_a, (o, k, l) => gradient[n, row + k, column + l, o]);
            foreach (var index in ReferenceTensor.Indices([channels, 4, 4, filters]))
            {
                result[[part, .. index]] += elements[index[0]][index[1], index[2]] * gradients[index[3]][index[1], index[2]];
            }
        }
    }

    /// <summary>ŵ[o, c] = Gᵀ·m·G of the sums of all parts.</summary>
    public static void Windows(ReferenceTensor result, WinogradWindowsOperation operation, ReferenceTensor sums)
    {
        var weight = operation.Weight;
        foreach (var index in result.Indices())
        {
            var (k, l) = (index[weight.Rows], index[weight.Columns]);
            (k, l) = (weight.RowsBackwards ? 2 - k : k, weight.ColumnsBackwards ? 2 - l : l);
            result[index] = Enumerable.Range(0, 4).Sum(part =>
                Square(4).Sum(place => s_g[place.Row][k] * s_g[place.Column][l] * sums[part, index[weight.Channels], place.Row, place.Column, index[weight.Filters]]));
        }
    }

    // M·x·Mᵀ of square x for each channel, 4×4.
    private static double[][,] Products(int channels, int size, double[][] matrix, System.Func<int, int, int, double> element) => [.. Enumerable.Range(0, channels).Select(c =>
    {
        var products = new double[4, 4];
        foreach (var (i, j) in Square(4))
        {
            products[i, j] = Square(size).Sum(place => matrix[i][place.Row] * element(c, place.Row, place.Column) * matrix[j][place.Column]);
        }

        return products;
    })];

    private static int TileOf(int place, int results) => System.Math.Min(place / 2 * 2, results - 2);

    private static (int Row, int Column)[] Square(int size) =>
        Enumerable.Range(0, size * size).Select(place => (place / size, place % size)).ToArray();
}
