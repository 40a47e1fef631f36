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

    [Fact]
    public void TilesInSinglePrecision() => CheckTiles<float>();

    [Fact]
    public void TilesInDoublePrecision() => CheckTiles<double>();

    [Fact]
    public void ProductsInSinglePrecision() => CheckProducts<float>();

    [Fact]
    public void ProductsInDoublePrecision() => CheckProducts<double>();

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
        var image = Numbers<T>(5 * columns * Lanes);
        var transformed = Around<T>(16 * Lanes);

        Winograd.TransformTile(ref image[(columns + 1) * Lanes], columns * Lanes, Lanes, ref transformed[1]);

        Check(transformed, 4, 4, 1, Lanes, Lanes, (i, j, c) => Transformed(s_b, (row, column) => Value(image[((((row + 1) * columns) + column + 1) * Lanes) + c]), i, j));
    }

    private static void CheckProducts<T>()
        where T : struct, INumberBase<T>
    {
        var products = Numbers<T>(16 * Lanes);
        for (var lane = 0; lane < Lanes; lane += Vector<T>.Count)
        {
            Winograd.TransformProducts(ref products[0], Lanes, lane, out var z00, out var z01, out var z10, out var z11);

            var results = new[,] { { z00, z01 }, { z10, z11 } };
            for (var l = 0; l < Vector<T>.Count; l++)
            {
                for (var place = 0; place < 4; place++)
                {
                    var expected = Transformed(s_a, (row, column) => Value(products[(((4 * row) + column) * Lanes) + lane + l]), place / 2, place % 2);
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

    private static void Check<T>(T[] actual, int rows, int columns, int first, int stride, int lanes, Func<int, int, int, double> expected)
        where T : struct, INumberBase<T>
    {
        var whole = Enumerable.Repeat((double)Untouched, actual.Length).ToArray();
        for (var place = 0; place < rows * columns; place++)
        {
            for (var lane = 0; lane < lanes; lane++)
            {
                whole[first + (place * stride) + lane] = expected(place / columns, place % columns, lane);
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
