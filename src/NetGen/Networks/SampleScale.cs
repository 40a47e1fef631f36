using System;
using System.Numerics;

namespace NetGen;

/// <summary>The factor of each sample in the average that a loss is: wᵢ / Σw, or 1 / n without weights.</summary>
public static class SampleScale
{
    /// <summary>Computes the factors.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="weights">One finite weight ≥ 0 for each sample, or none. Samples of weight 0 are masked.</param>
    /// <param name="scale">One factor per sample; all 0 where the weights add up to 0.</param>
    /// <param name="name">The name of the column of weights.</param>
    /// <exception cref="ArgumentException">The number of weights is another, or one is negative or not finite.</exception>
    public static void Fill<T>(ReadOnlySpan<T> weights, Span<T> scale, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (weights.IsEmpty)
        {
            scale.Fill(T.One / T.CreateChecked(scale.Length));
            return;
        }

        if (weights.Length != scale.Length)
        {
            throw new ArgumentException($"'{name}' takes one weight for each of {scale.Length} samples; {weights.Length} were given.", name);
        }

        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (!T.IsFinite(weights[i]) || weights[i] < T.Zero)
            {
                throw new ArgumentException($"'{name}' takes finite weights of at least 0; that of sample {i} is {weights[i]}.", name);
            }

            sum += double.CreateChecked(weights[i]);
        }

        for (var i = 0; i < weights.Length; i++)
        {
            scale[i] = sum > 0 ? T.CreateTruncating(double.CreateChecked(weights[i]) / sum) : T.Zero;
        }
    }
}
