using System;
using System.Collections.Immutable;
using System.Numerics;

namespace NetGen;

/// <summary>
/// How much a batch counts in a mean over batches. The loss of a batch is Σ wᵢ·lᵢ / Σ wᵢ, so that weighing it with Σ wᵢ
/// gives the exact mean over all samples. Where several losses have sample weights of their own, only their sum is
/// known, and the batch counts with the mean of their Σ wᵢ, each times the size of the loss's factor; this is exact
/// where they agree.
/// </summary>
internal sealed class BatchWeights
{
    private readonly ImmutableArray<LossDescription> _losses;
    private readonly int _firstColumn;

    internal BatchWeights(NetworkDescription description)
    {
        _losses = description.Losses;
        _firstColumn = FirstColumn(description);
    }

    /// <summary>The place in a batch of the first column of sample weights; one for each loss follows, in their order.</summary>
    internal static int FirstColumn(NetworkDescription description) =>
        description.BatchColumns.Length - description.Losses.Length;

    /// <summary>How much this batch counts.</summary>
    internal double Of(Batch batch)
    {
        var sum = 0.0;
        var factors = 0.0;
        for (var loss = 0; loss < _losses.Length; loss++)
        {
            var factor = Math.Abs(_losses[loss].Weight);
            var column = batch[_firstColumn + loss];
            sum += factor * (column.IsPresent ? Sum(column) : batch.Count);
            factors += factor;
        }

        return factors > 0 ? sum / factors : batch.Count;
    }

    private static double Sum(BatchColumn column) => column.Description.ElementType == ElementType.Float64
        ? Sum<double>(column.AsSpan<double>())
        : Sum<float>(column.AsSpan<float>());

    private static double Sum<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += double.CreateTruncating(value);
        }

        return sum;
    }
}
