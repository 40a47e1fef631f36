using System;
using System.Numerics;

namespace NetGen;

/// <summary>
/// The terms Σ (L1·|w| + ½·L2·w²) of the loss, with the factors of each parameter's segment. They are part of the
/// reported loss, so the gradient that <see cref="AddGradient(ParameterBuffer, ParameterBuffer)"/> completes is the gradient of that loss.
/// </summary>
public static class Regularization
{
    /// <summary>The sum of the terms, in double. Frozen parameters count.</summary>
    /// <param name="parameters">The parameters of a network.</param>
    public static double Penalty(ParameterBuffer parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var penalty = 0.0;
        foreach (var segment in parameters.Segments)
        {
            for (var piece = 0; IsPenalized(segment) && piece < ParameterPieces.CountOf(segment); piece++)
            {
                penalty += PenaltyOf(parameters, segment, piece);
            }
        }

        return penalty;
    }

    /// <summary>
    /// Adds L1·sign(w) + L2·w, with sign(0) = 0, to the gradient of each trainable parameter. Frozen parameters get no
    /// gradient but count in the penalty.
    /// </summary>
    /// <param name="parameters">The parameters of a network.</param>
    /// <param name="gradients">The gradient of the loss on the data, to which that of the terms is added.</param>
    /// <returns>The penalty, as <see cref="Penalty"/> gives it.</returns>
    /// <exception cref="ArgumentException">The gradients belong to another network or type.</exception>
    public static double AddGradient(ParameterBuffer parameters, ParameterBuffer gradients)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(gradients);
        Require.SameLayout(parameters, gradients);
        AddPart(parameters, gradients, Worker.Alone);
        return Penalty(parameters);
    }

    /// <summary>Does the same by the workers of a workspace, with the same bits.</summary>
    /// <param name="parameters">The parameters of a network.</param>
    /// <param name="gradients">The gradient of the loss on the data, to which that of the terms is added.</param>
    /// <param name="workspace">The workspace of the pass.</param>
    /// <returns>The penalty, as <see cref="Penalty"/> gives it.</returns>
    /// <exception cref="ArgumentException">The gradients belong to another network or type.</exception>
    public static double AddGradient(ParameterBuffer parameters, ParameterBuffer gradients, Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        if (workspace.Workers == 1)
        {
            return AddGradient(parameters, gradients);
        }

        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(gradients);
        Require.SameLayout(parameters, gradients);
        return workspace.Regularization.Run(parameters, gradients, workspace.Workers);
    }

    /// <summary>Whether a segment has a term in the loss.</summary>
    internal static bool IsPenalized(ParameterSegment segment) => segment.L1 != 0 || segment.L2 != 0;

    /// <summary>Adds to a worker's part of the gradients.</summary>
    internal static void AddPart(ParameterBuffer parameters, ParameterBuffer gradients, Worker worker)
    {
        foreach (var segment in parameters.Segments)
        {
            if (!segment.Trainable || !IsPenalized(segment))
            {
                continue;
            }

            if (parameters.Buffer.ElementType == ElementType.Float64)
            {
                Add(ParameterPieces.Part<double>(parameters, segment, worker), ParameterPieces.Part<double>(gradients, segment, worker), segment);
            }
            else
            {
                Add(ParameterPieces.Part<float>(parameters, segment, worker), ParameterPieces.Part<float>(gradients, segment, worker), segment);
            }
        }
    }

    /// <summary>Computes the terms of a worker's pieces.</summary>
    internal static void PenaltyPart(ParameterBuffer parameters, Span<double> sums, Worker worker)
    {
        var (first, count) = worker.Share(sums.Length, 1);
        var place = 0;
        foreach (var segment in parameters.Segments)
        {
            for (var piece = 0; IsPenalized(segment) && piece < ParameterPieces.CountOf(segment); piece++, place++)
            {
                if (place >= first && place < first + count)
                {
                    sums[place] = PenaltyOf(parameters, segment, piece);
                }
            }
        }
    }

    private static double PenaltyOf(ParameterBuffer parameters, ParameterSegment segment, int piece) =>
        parameters.Buffer.ElementType == ElementType.Float64
            ? PenaltyOf(ParameterPieces.Of<double>(parameters, segment, piece), segment)
            : PenaltyOf(ParameterPieces.Of<float>(parameters, segment, piece), segment);

    private static double PenaltyOf<T>(ReadOnlySpan<Vector<T>> values, ParameterSegment segment)
        where T : unmanaged
    {
        var magnitudes = Vector<double>.Zero;
        var squares = Vector<double>.Zero;
        foreach (var value in values)
        {
            var (lower, upper) = GenericLanes.Widen(value);
            magnitudes += Vector.Abs(lower) + Vector.Abs(upper);
            squares += (lower * lower) + (upper * upper);
        }

        return (segment.L1 * Vector.Sum(magnitudes)) + (0.5 * segment.L2 * Vector.Sum(squares));
    }

    private static void Add<T>(Span<Vector<T>> values, Span<Vector<T>> gradients, ParameterSegment segment)
        where T : unmanaged
    {
        var l1 = GenericLanes.Broadcast<T>(segment.L1);
        var l2 = GenericLanes.Broadcast<T>(segment.L2);
        gradients = gradients[..values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            var negative = Vector.ConditionalSelect(Vector.LessThan(value, Vector<T>.Zero), -l1, Vector<T>.Zero);
            var sign = Vector.ConditionalSelect(Vector.GreaterThan(value, Vector<T>.Zero), l1, negative);
            gradients[i] += GenericLanes.MultiplyAdd(l2, value, sign);
        }
    }
}
