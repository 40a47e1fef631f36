using System;
using System.Collections.Immutable;
using System.Linq;

namespace NetGen;

/// <summary>The mean and the deviation of each channel over all images of a data set, for <see cref="ImagePipeline.Normalize(ImageStatistics)"/>.</summary>
/// <param name="Mean">The mean of each channel.</param>
/// <param name="Deviation">The standard deviation of each channel (divided by the number of pixels); 1 for one that never varies.</param>
public sealed record ImageStatistics(ImmutableArray<double> Mean, ImmutableArray<double> Deviation)
{
    /// <summary>Measures the images of a data set, in double and in two passes.</summary>
    /// <param name="data">The images, at least one; as a rule those to train on.</param>
    /// <param name="column">The name of the column of inputs; left out: the first one of shape [channels, height, width].</param>
    /// <exception cref="ArgumentException">The data set is empty, has no such column, or holds a number that is not finite.</exception>
    public static ImageStatistics Measure(Dataset data, string? column = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Count == 0)
        {
            throw new ArgumentException("Expected images to measure, found none.", nameof(data));
        }

        var source = data.Column(Find(data, column));
        var mean = Average(data, source, static (values, _) => PixelMath.Sum<double>(values), new double[source.Description.Shape[0]]);
        var variance = Average(data, source, static (values, mean) => SumOfSquares(values, mean), mean);
        var wrong = Array.FindIndex(variance, value => !double.IsFinite(value));
        return wrong < 0
            ? new ImageStatistics([.. mean], [.. variance.Select(value => value > 0 ? Math.Sqrt(value) : 1)])
            : throw new ArgumentException($"Channel {wrong} of column '{source.Description.Name}': expected finite numbers, found a variance of {variance[wrong]}.", nameof(data));
    }

    private static int Find(Dataset data, string? column)
    {
        for (var i = 0; i < data.Columns.Length; i++)
        {
            var (role, shape) = (data.Columns[i].Role, data.Columns[i].Shape);
            if (role == ColumnRole.Input && shape.Length == 3 && (column is null || data.Columns[i].Name == column))
            {
                return i;
            }
        }

        throw new ArgumentException($"The data set has no input column{(column is null ? string.Empty : $" '{column}'")} of images [channels, height, width].", nameof(data));
    }

    private static double[] Average(Dataset data, DataColumn source, Func<Span<double>, double, double> sumOf, double[] mean)
    {
        var sum = new double[source.Description.Shape[0]];
        var image = new double[source.Description.Size];
        var size = image.Length / sum.Length;
        for (var row = 0; row < data.Count; row++)
        {
            source.Read(data.Rows[row], image);
            for (var channel = 0; channel < sum.Length; channel++)
            {
                sum[channel] += sumOf(image.AsSpan(channel * size, size), mean[channel]);
            }
        }

        return Array.ConvertAll(sum, value => value / ((double)data.Count * size));
    }

    private static double SumOfSquares(Span<double> values, double mean)
    {
        foreach (ref var value in values)
        {
            value = (value - mean) * (value - mean);
        }

        return PixelMath.Sum<double>(values);
    }
}
