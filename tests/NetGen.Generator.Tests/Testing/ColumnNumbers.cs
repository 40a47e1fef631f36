using System;
using NetGen.Testing.Numbers;

namespace NetGen.Generator.Tests.Testing;

/// <summary>Columns of batches and parameters as double-precision numbers, whatever they hold.</summary>
internal static class ColumnNumbers
{
    public static void Set(this BatchColumn column, double[] numbers)
    {
        switch (column.Description.ElementType)
        {
            case ElementType.Float32:
                Array.ConvertAll(numbers, number => (float)number).CopyTo(column.AsSpan<float>());
                break;
            case ElementType.Float64:
                numbers.CopyTo(column.AsSpan<double>());
                break;
            default:
                Array.ConvertAll(numbers, number => (int)number).CopyTo(column.AsSpan<int>());
                break;
        }

        column.IsPresent = true;
    }

    public static double[] ToDouble(this BatchColumn column) => column.Description.ElementType switch
    {
        ElementType.Float32 => Array.ConvertAll(column.AsSpan<float>().ToArray(), number => (double)number),
        ElementType.Float64 => column.AsSpan<double>().ToArray(),
        _ => Array.ConvertAll(column.AsSpan<int>().ToArray(), number => (double)number),
    };
}
