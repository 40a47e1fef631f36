using System;
using System.Linq;

namespace NetGen.Testing.Numbers;

/// <summary>Numbers of either precision as <see cref="double"/>, which holds both exactly.</summary>
internal static class Columns
{
    public static double[] Read(BatchColumn column) => column.Description.ElementType switch
    {
        ElementType.Float32 => [.. column.AsSpan<float>().ToArray().Select(number => (double)number)],
        ElementType.Int32 => [.. column.AsSpan<int>().ToArray().Select(number => (double)number)],
        _ => column.AsSpan<double>().ToArray(),
    };

    public static void Write(BatchColumn column, ReadOnlySpan<double> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            Write(column, i, numbers[i]);
        }
    }

    public static void Write(BatchColumn column, int place, double number)
    {
        switch (column.Description.ElementType)
        {
            case ElementType.Float32:
                column.AsSpan<float>()[place] = (float)number;
                break;
            case ElementType.Int32:
                column.AsSpan<int>()[place] = (int)number;
                break;
            default:
                column.AsSpan<double>()[place] = number;
                break;
        }
    }

    public static void Fill(Batch batch, double number)
    {
        foreach (var column in batch.Columns)
        {
            for (var i = 0; i < column.Count * column.Description.Size; i++)
            {
                Write(column, i, number);
            }
        }
    }

    public static void Fill(AlignedBuffer buffer, double number)
    {
        if (buffer.ElementType == ElementType.Float64)
        {
            buffer.AsSpan<double>().Fill(number);
        }
        else
        {
            buffer.AsSpan<float>().Fill((float)number);
        }
    }

    public static double[] Read(AlignedBuffer buffer) =>
        buffer.ElementType == ElementType.Float64 ? buffer.AsSpan<double>().ToArray() : [.. buffer.AsSpan<float>().ToArray().Select(number => (double)number)];
}
