using System;

namespace NetGen.Numerics;

/// <summary>
/// The threshold of sparsemax (A. Martins, R. Astudillo, <em>From Softmax to Sparsemax</em>, 2016): the Euclidean
/// projection of z onto the simplex is max(zᵢ − τ, 0), where τ makes these numbers add up to 1.
/// </summary>
/// <remarks>
/// The set of positive numbers is found by shrinking (C. Michelot, 1986) instead of sorting: start from all numbers
/// above max z − 1, below which none can be positive; as long as some lie at or below the threshold of the set, drop
/// them. Nothing is allocated, and the result is that of the sorted form. The sums are taken in double, over the
/// distances from the maximum, in ascending order of the index.
/// </remarks>
public static class Sparsemax
{
    /// <summary>The threshold τ of <paramref name="z"/>; NaN where one of the numbers is NaN or +∞, or all are −∞.</summary>
    /// <param name="z">The numbers, at least one.</param>
    /// <exception cref="ArgumentException">There is no number.</exception>
    public static float Threshold(ReadOnlySpan<float> z) => Threshold(z, z.Length, 1);

    /// <summary>The threshold τ of <paramref name="z"/>; NaN where one of the numbers is NaN or +∞, or all are −∞.</summary>
    /// <param name="z">The numbers, at least one.</param>
    /// <exception cref="ArgumentException">There is no number.</exception>
    public static double Threshold(ReadOnlySpan<double> z) => Threshold(z, z.Length, 1);

    /// <summary>The threshold τ of every <paramref name="stride"/>-th number of <paramref name="z"/>, from the first on.</summary>
    /// <param name="z">The numbers and what lies between them.</param>
    /// <param name="count">How many numbers, at least one.</param>
    /// <param name="stride">From a number to the next, at least 1.</param>
    /// <exception cref="ArgumentException">There is no number, or they do not fit into <paramref name="z"/>.</exception>
    public static float Threshold(ReadOnlySpan<float> z, int count, int stride)
    {
        Check(z.Length, count, stride);
        var end = ((count - 1) * stride) + 1;
        var maximum = z[0];
        for (var i = stride; i < end; i += stride)
        {
            maximum = MathF.Max(maximum, z[i]);
        }

        if (!float.IsFinite(maximum))
        {
            return float.NaN;
        }

        var (threshold, previous) = (-1.0, int.MaxValue);
        while (true)
        {
            var (sum, members) = (0.0, 0);
            for (var i = 0; i < end; i += stride)
            {
                var distance = (double)z[i] - maximum;
                if (distance > threshold)
                {
                    sum += distance;
                    members++;
                }
            }

            if (members == previous)
            {
                return (float)(maximum + threshold);
            }

            (threshold, previous) = (Math.Max(threshold, (sum - 1) / members), members);
        }
    }

    /// <summary>The threshold τ of every <paramref name="stride"/>-th number of <paramref name="z"/>, from the first on.</summary>
    /// <param name="z">The numbers and what lies between them.</param>
    /// <param name="count">How many numbers, at least one.</param>
    /// <param name="stride">From a number to the next, at least 1.</param>
    /// <exception cref="ArgumentException">There is no number, or they do not fit into <paramref name="z"/>.</exception>
    public static double Threshold(ReadOnlySpan<double> z, int count, int stride)
    {
        Check(z.Length, count, stride);
        var end = ((count - 1) * stride) + 1;
        var maximum = z[0];
        for (var i = stride; i < end; i += stride)
        {
            maximum = Math.Max(maximum, z[i]);
        }

        if (!double.IsFinite(maximum))
        {
            return double.NaN;
        }

        var (threshold, previous) = (-1.0, int.MaxValue);
        while (true)
        {
            var (sum, members) = (0.0, 0);
            for (var i = 0; i < end; i += stride)
            {
                var distance = z[i] - maximum;
                if (distance > threshold)
                {
                    sum += distance;
                    members++;
                }
            }

            if (members == previous)
            {
                return maximum + threshold;
            }

            (threshold, previous) = (Math.Max(threshold, (sum - 1) / members), members);
        }
    }

    private static void Check(int length, int count, int stride)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        if (((count - 1L) * stride) + 1 > length)
        {
            throw new ArgumentException($"{count} numbers, {stride} apart, do not fit into {length}.", nameof(length));
        }
    }
}
