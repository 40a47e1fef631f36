using System;
using System.Numerics;

namespace NetGen;

/// <summary>
/// Bounds the gradient of a network before a step, as PyTorch's <c>clip_grad_norm_</c> and <c>clip_grad_value_</c> do.
/// Only trainable parameters count.
/// </summary>
public static class GradientClipping
{
    // PyTorch's guard against a division by zero.
    private const double Guard = 1e-6;

    /// <summary>The Euclidean norm of the gradient over all trainable parameters, √Σg², summed in double in a fixed order.</summary>
    /// <param name="gradients">∂loss/∂parameters.</param>
    public static double Norm(ParameterBuffer gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        var sum = 0.0;
        foreach (var segment in gradients.Segments)
        {
            for (var piece = 0; segment.Trainable && piece < ParameterPieces.CountOf(segment); piece++)
            {
                sum += SumOfSquares(gradients, segment, piece);
            }
        }

        return Math.Sqrt(sum);
    }

    /// <summary>Scales the gradient by maxNorm / (norm + 1e-6) where that is below 1. Pascanu, Mikolov and Bengio, 2013.</summary>
    /// <param name="gradients">∂loss/∂parameters, changed in place.</param>
    /// <param name="maxNorm">The bound, positive.</param>
    /// <returns>The norm before clipping.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not positive and finite.</exception>
    public static double ClipNorm(ParameterBuffer gradients, double maxNorm)
    {
        Require.Positive(maxNorm);
        var norm = Norm(gradients);
        if (Factor(norm, maxNorm) is var factor && factor < 1)
        {
            ScalePart(gradients, factor, Worker.Alone);
        }

        return norm;
    }

    /// <summary>Brings every value of the gradient into [−maxValue, maxValue].</summary>
    /// <param name="gradients">∂loss/∂parameters, changed in place.</param>
    /// <param name="maxValue">The bound, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not positive and finite.</exception>
    public static void ClipValue(ParameterBuffer gradients, double maxValue)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        Require.Positive(maxValue);
        ClampPart(gradients, maxValue, Worker.Alone);
    }

    /// <summary>The factor that brings a norm to its bound; not below 1 where the norm is within it or not a number.</summary>
    internal static double Factor(double norm, double maxNorm) => maxNorm / (norm + Guard);

    /// <summary>Sums the squares of a worker's pieces.</summary>
    internal static void SumPart(ParameterBuffer gradients, Span<double> sums, Worker worker)
    {
        var (first, count) = worker.Share(sums.Length, 1);
        var place = 0;
        foreach (var segment in gradients.Segments)
        {
            for (var piece = 0; segment.Trainable && piece < ParameterPieces.CountOf(segment); piece++, place++)
            {
                if (place >= first && place < first + count)
                {
                    sums[place] = SumOfSquares(gradients, segment, piece);
                }
            }
        }
    }

    /// <summary>Scales a worker's part.</summary>
    internal static void ScalePart(ParameterBuffer gradients, double factor, Worker worker)
    {
        foreach (var segment in gradients.Segments)
        {
            if (!segment.Trainable)
            {
                continue;
            }

            if (gradients.Buffer.ElementType == ElementType.Float64)
            {
                Scale(ParameterPieces.Part<double>(gradients, segment, worker), factor);
            }
            else
            {
                Scale(ParameterPieces.Part<float>(gradients, segment, worker), factor);
            }
        }
    }

    /// <summary>Brings the values of a worker's part within a bound.</summary>
    internal static void ClampPart(ParameterBuffer gradients, double bound, Worker worker)
    {
        foreach (var segment in gradients.Segments)
        {
            if (!segment.Trainable)
            {
                continue;
            }

            if (gradients.Buffer.ElementType == ElementType.Float64)
            {
                Clamp(ParameterPieces.Part<double>(gradients, segment, worker), bound);
            }
            else
            {
                Clamp(ParameterPieces.Part<float>(gradients, segment, worker), bound);
            }
        }
    }

    private static double SumOfSquares(ParameterBuffer gradients, ParameterSegment segment, int piece) =>
        gradients.Buffer.ElementType == ElementType.Float64
            ? SumOfSquares(ParameterPieces.Of<double>(gradients, segment, piece))
            : SumOfSquares(ParameterPieces.Of<float>(gradients, segment, piece));

    private static double SumOfSquares<T>(ReadOnlySpan<Vector<T>> values)
        where T : unmanaged
    {
        var lowerSum = Vector<double>.Zero;
        var upperSum = Vector<double>.Zero;
        foreach (var value in values)
        {
            var (lower, upper) = GenericLanes.Widen(value);
            lowerSum = Vector.MultiplyAddEstimate(lower, lower, lowerSum);
            upperSum = Vector.MultiplyAddEstimate(upper, upper, upperSum);
        }

        return Vector.Sum(lowerSum + upperSum);
    }

    private static void Scale<T>(Span<Vector<T>> values, double factor)
        where T : unmanaged
    {
        var factors = GenericLanes.Broadcast<T>(factor);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] *= factors;
        }
    }

    private static void Clamp<T>(Span<Vector<T>> values, double bound)
        where T : unmanaged
    {
        var upper = GenericLanes.Broadcast<T>(bound);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Vector.Min(Vector.Max(values[i], -upper), upper);
        }
    }
}
