using System;
using System.Linq;
using System.Numerics;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>
/// The transformations are the products with their matrices. The numbers are small and multiples of four, so that both are exact in either precision, and what lies around the results is
/// not written.
/// </summary>
[Trait("Category", "Numeric")]
public sealed class WinogradTests
{
    private const int Lanes = 32;
    private const int Untouched = 77;

    private static readonly double[,] s_b = { { 1, 0, -1, 0 }, { 0, 1, 1, 0 }, { 0, -1, 1, 0 }, { 0, 1, 0, -1 } };
    private static readonly double[,] s_g = { { 1, 0, 0 }, { 0.5, 0.5, 0.5 }, { 0.5, -0.5, 0.5 }, { 0, 0, 1 } };
    private static readonly double[,] s_a = { { 1, 1, 1, 0 }, { 0, 1, -1, -1 } };
    private static readonly double[,] s_gTransposed = Transpose(s_g);
    private static readonly double[,] s_aTransposed = Transpose(s_a);

    [Fact]
    public void TilesInSinglePrecision() => CheckTiles<float>();

    [Fact]
    public void TilesInDoublePrecision() => CheckTiles<double>();

    [Fact]
    public void ProductsInSinglePrecision() => CheckProducts<float>();

    [Fact]
    public void ProductsInDoublePrecision() => CheckProducts<double>();

    [Fact]
    public void PanelsOfTiles()
    {
        CheckPanels<float>();
        CheckPanels<double>();
    }

    [Fact]
    public void Gradients()
    {
        CheckGradients<float>();
        CheckGradients<double>();
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Sums(bool rowsBackwards, bool columnsBackwards)
    {
        CheckSums<float>(rowsBackwards, columnsBackwards);
        CheckSums<double>(rowsBackwards, columnsBackwards);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Windows(bool rowsBackwards, bool columnsBackwards)
    {
        CheckWindows<float>(rowsBackwards, columnsBackwards);
        CheckWindows<double>(rowsBackwards, columnsBackwards);
    }

    // An image of five columns, of which the tile is not the first.
    private static void CheckTiles<T>()
        where T : struct, INumberBase<T>
    {
        const int columns = 5;
        const int rowStep = 5 * Lanes;
        var image = Numbers<T>(5 * columns * Lanes);
        var transformed = Around<T>(4 * rowStep);

        Winograd.TransformTile(ref image[(columns + 1) * Lanes], columns * Lanes, Lanes, ref transformed[1], rowStep);

        Check(transformed, 4, 4, 1, Lanes, Lanes, (i, j, c) => Transformed(s_b, (row, column) => Value(image[((((row + 1) * columns) + column + 1) * Lanes) + c]), i, j), rowStep);
    }

    // The second 16 channels of such a tile, in rows further apart than their elements.
    private static void CheckPanels<T>()
        where T : struct, INumberBase<T>
    {
        const int columns = 5;
        const int rowStep = 5 * 16;
        var image = Numbers<T>(5 * columns * Lanes);
        var transformed = Around<T>(4 * rowStep);

        Winograd.TransformTilePanel(ref image[((columns + 1) * Lanes) + 16], columns * Lanes, Lanes, ref transformed[1], rowStep);

        Check(transformed, 4, 4, 1, 16, 16, (i, j, c) => Transformed(s_b, (row, column) => Value(image[((((row + 1) * columns) + column + 1) * Lanes) + 16 + c]), i, j), rowStep);
    }

    private static void CheckGradients<T>()
        where T : struct, INumberBase<T>
    {
        const int columns = 3;
        const int rowStep = 5 * Lanes;
        var gradient = Numbers<T>(3 * columns * Lanes);
        var transformed = Around<T>(4 * rowStep);

        Winograd.TransformGradient(ref gradient[(columns + 1) * Lanes], columns * Lanes, Lanes, ref transformed[1], rowStep);

        Check(transformed, 4, 4, 1, Lanes, Lanes, (i, j, o) => Transformed(s_aTransposed, (row, column) => Value(gradient[((((row + 1) * columns) + column + 1) * Lanes) + o]), i, j), rowStep);
    }

    // The second 16 filters of four parts, into a window that is walked either way.
    private static void CheckSums<T>(bool rowsBackwards, bool columnsBackwards)
        where T : struct, INumberBase<T>
    {
        const int rowStride = 7 * 16;
        const int columnStride = 2 * 16;
        const int partStride = 17 * Lanes;
        var sums = Numbers<T>(4 * partStride);
        var window = Around<T>((2 * rowStride) + (2 * columnStride) + 16);
        var first = 1 + (rowsBackwards ? 2 * rowStride : 0) + (columnsBackwards ? 2 * columnStride : 0);

        Winograd.TransformSums(ref sums[16], Lanes, partStride, ref window[first], rowsBackwards ? -rowStride : rowStride, columnsBackwards ? -columnStride : columnStride);

        Check(
            window, 3, 3, 1, columnStride, 16,
            (k, l, lane) => Transformed(s_gTransposed, (row, column) => Enumerable.Range(0, 4).Sum(part => Value(sums[(part * partStride) + (((4 * row) + column) * Lanes) + 16 + lane])), rowsBackwards ? 2 - k : k, columnsBackwards ? 2 - l : l), rowStride);
    }

    private static void CheckProducts<T>()
        where T : struct, INumberBase<T>
    {
        const int rowStep = 5 * Lanes;
        var products = Numbers<T>(4 * rowStep);
        for (var lane = 0; lane < Lanes; lane += Vector<T>.Count)
        {
            Winograd.TransformProducts(ref products[0], Lanes, rowStep, lane, out var z00, out var z01, out var z10, out var z11);

            var results = new[,] { { z00, z01 }, { z10, z11 } };
            for (var l = 0; l < Vector<T>.Count; l++)
            {
                for (var place = 0; place < 4; place++)
                {
                    var expected = Transformed(s_a, (row, column) => Value(products[(row * rowStep) + (column * Lanes) + lane + l]), place / 2, place % 2);
                    Assert.Equal(expected, Value(results[place / 2, place % 2][l]));
                }
            }
        }
    }

    // Rows and columns have strides of their own, as in panels of weights of several channels.
    private static void CheckWindows<T>(bool rowsBackwards, bool columnsBackwards)
        where T : struct, INumberBase<T>
    {
        const int lanes = 16;
        const int rowStride = 7 * lanes;
        const int columnStride = 2 * lanes;
        var weight = Numbers<T>(3 * rowStride);
        var transformed = Around<T>(16 * Lanes);
        var first = (rowsBackwards ? 2 * rowStride : 0) + (columnsBackwards ? 2 * columnStride : 0);

        Winograd.TransformWindow(ref weight[first], rowsBackwards ? -rowStride : rowStride, columnsBackwards ? -columnStride : columnStride, ref transformed[1], Lanes);

        Check(transformed, 4, 4, 1, Lanes, lanes, (i, j, lane) => Transformed(
            s_g, (row, column) => Value(weight[((rowsBackwards ? 2 - row : row) * rowStride) + ((columnsBackwards ? 2 - column : column) * columnStride) + lane]), i, j));
    }

    private static void Check<T>(T[] actual, int rows, int columns, int first, int stride, int lanes, Func<int, int, int, double> expected, int rowStep = 0)
        where T : struct, INumberBase<T>
    {
        var whole = Enumerable.Repeat((double)Untouched, actual.Length).ToArray();
        for (var place = 0; place < rows * columns; place++)
        {
            for (var lane = 0; lane < lanes; lane++)
            {
                whole[first + (rowStep == 0 ? place * stride : (place / columns * rowStep) + (place % columns * stride)) + lane] = expected(place / columns, place % columns, lane);
            }
        }

        Assert.Equal(whole, actual.Select(Value));
    }

    // An element of M·x·Mᵀ.
    private static double Transformed(double[,] matrix, Func<int, int, double> element, int i, int j)
    {
        var size = matrix.GetLength(1);
        var sum = 0.0;
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                sum += matrix[i, row] * element(row, column) * matrix[j, column];
            }
        }

        return sum;
    }

    private static double[,] Transpose(double[,] matrix)
    {
        var transposed = new double[matrix.GetLength(1), matrix.GetLength(0)];
        for (var place = 0; place < matrix.Length; place++)
        {
            transposed[place % matrix.GetLength(1), place / matrix.GetLength(1)] = matrix[place / matrix.GetLength(1), place % matrix.GetLength(1)];
        }

        return transposed;
    }

    private static T[] Numbers<T>(int count)
        where T : struct, INumberBase<T>
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked(4 * random.Next(-100, 100)))];
    }

    private static T[] Around<T>(int count)
        where T : struct, INumberBase<T> => [.. Enumerable.Repeat(T.CreateChecked(Untouched), count + 2)];

    private static double Value<T>(T number)
        where T : struct, INumberBase<T> => double.CreateChecked(number);
}
