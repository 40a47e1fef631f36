using System;
using System.Numerics;

namespace NetGen;

/// <summary>Finds NaN and infinity in gradients before they reach the weights.</summary>
internal static class Finiteness
{
    /// <summary>The name of the first trainable parameter or state with a value that is NaN or infinite, or null.</summary>
    internal static string? FirstNotFinite(ParameterBuffer gradients)
    {
        foreach (var segment in gradients.Segments)
        {
            if (!IsPartFinite(gradients, segment, Worker.Alone))
            {
                return segment.Name;
            }
        }

        return null;
    }

    /// <summary>Whether a worker's part of the trainable gradients and of the states is finite.</summary>
    internal static bool IsPartFinite(ParameterBuffer gradients, Worker worker)
    {
        foreach (var segment in gradients.Segments)
        {
            if (!IsPartFinite(gradients, segment, worker))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPartFinite(ParameterBuffer gradients, ParameterSegment segment, Worker worker) =>
        !(segment.Trainable || segment.IsState) || (gradients.Buffer.ElementType == ElementType.Float64
            ? IsFinite<double>(ParameterPieces.Part<double>(gradients, segment, worker))
            : IsFinite<float>(ParameterPieces.Part<float>(gradients, segment, worker)));

    private static bool IsFinite<T>(ReadOnlySpan<Vector<T>> values)
        where T : unmanaged
    {
        // x − x is 0 for a finite x, else NaN, and a NaN stays in the sum.
        var sum = Vector<T>.Zero;
        foreach (var value in values)
        {
            sum += value - value;
        }

        return Vector.EqualsAll(sum, Vector<T>.Zero);
    }
}
