using System;
using System.Collections.Immutable;
using System.Linq;

namespace NetGen;

/// <summary>
/// Shifts and scales each input feature to mean 0 and deviation 1, by the mean and the deviation of one data set, as the
/// training samples, and applies the same to others. A feature that never varies is only shifted.
/// </summary>
public sealed class Standardizer
{
    private readonly string _column;
    private readonly ImmutableArray<int> _shape;

    private Standardizer(ColumnDescription column, ImmutableArray<double> mean, ImmutableArray<double> deviation)
    {
        _column = column.Name;
        _shape = column.Shape;
        Mean = mean;
        Deviation = deviation;
    }

    /// <summary>The mean of each feature.</summary>
    public ImmutableArray<double> Mean { get; }

    /// <summary>The standard deviation of each feature, over the samples (divided by their number); 1 for one that never varies.</summary>
    public ImmutableArray<double> Deviation { get; }

    /// <summary>Measures the features of a data set.</summary>
    /// <param name="data">The samples, at least one.</param>
    /// <param name="column">The name of the column of inputs; left out: the first one.</param>
    /// <exception cref="ArgumentException">The data set is empty, has no such column, or holds a number that is not finite.</exception>
    public static Standardizer Fit(Dataset data, string? column = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Count == 0)
        {
            throw new ArgumentException("Expected samples to measure, found none.", nameof(data));
        }

        var source = data.Column(Find(data, column));
        var mean = Average(data, source, (value, _) => value);
        var variance = Average(data, source, (value, feature) => (value - mean[feature]) * (value - mean[feature]));
        for (var feature = 0; feature < mean.Length; feature++)
        {
            if (!double.IsFinite(variance[feature]))
            {
                throw new ArgumentException($"Feature {feature} of column '{source.Description.Name}': expected finite numbers, found a variance of {variance[feature]}.");
            }
        }

        return new Standardizer(source.Description, [.. mean], [.. variance.Select(value => value > 0 ? Math.Sqrt(value) : 1)]);
    }

    /// <summary>A copy of a data set with the features shifted and scaled.</summary>
    /// <param name="data">A data set with the same column of inputs.</param>
    /// <exception cref="ArgumentException">The data set has no column of that name, or one of another shape.</exception>
    public Dataset Apply(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var source = data.Column(Find(data, _column));
        if (!source.Description.Shape.AsSpan().SequenceEqual(_shape.AsSpan()))
        {
            throw new ArgumentException(
                $"Column '{_column}': expected samples of shape [{string.Join(", ", _shape)}], found [{string.Join(", ", source.Description.Shape)}].", nameof(data));
        }

        var values = new double[checked(data.Count * Mean.Length)];
        for (var row = 0; row < data.Count; row++)
        {
            var sample = values.AsSpan(row * Mean.Length, Mean.Length);
            source.Read(data.Rows[row], sample);
            for (var feature = 0; feature < sample.Length; feature++)
            {
                sample[feature] = (sample[feature] - Mean[feature]) / Deviation[feature];
            }
        }

        var description = source.Description with { ElementType = ElementType.Float64 };
        return data.Replace(column => ReferenceEquals(column, source) ? new NumberColumn<double>(description, values) : null);
    }

    private static int Find(Dataset data, string? column)
    {
        for (var i = 0; i < data.Columns.Length; i++)
        {
            if (data.Columns[i].Role == ColumnRole.Input && (column is null || data.Columns[i].Name == column))
            {
                return i;
            }
        }

        throw new ArgumentException($"The data set has no input column{(column is null ? string.Empty : $" '{column}'")}.", nameof(data));
    }

    private static double[] Average(Dataset data, DataColumn source, Func<double, int, double> term)
    {
        var sum = new double[source.Description.Size];
        var sample = new double[sum.Length];
        for (var row = 0; row < data.Count; row++)
        {
            source.Read(data.Rows[row], sample);
            for (var feature = 0; feature < sum.Length; feature++)
            {
                sum[feature] += term(sample[feature], feature);
            }
        }

        return Array.ConvertAll(sum, value => value / data.Count);
    }
}
