using System;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Testing.Reference;

namespace NetGen.RandomNetworks.Bounds;

/// <summary>
/// What a sum over 3×3 windows may be off where Winograd's F(2×2, 3×3) computes it. With V = Bᵀ·d·B and u = G·w·Gᵀ it is Aᵀ·[Σ_c V ⊙ u]·A, in which |V| ≤ 4·max|d|,
/// |u| ≤ Σ|w| over a window, and every result adds up nine products: so 36·Σ_c max|d|·Σ|w| bounds the terms, with one rounding for each of the channels, four for each
/// of the transformations of d and of the products, and six for that of w. The elements d of a tile are more than those of one window, so that the greatest of the sample stands for them.
/// </summary>
internal static class WinogradBound
{
    private const double Amplification = 36;

    private const int Transformations = 14;

    private const int Lanes = 16;

    // Of a weight's gradient |Bᵀ·d·B| ≤ 4·max|d|, |A·g·Aᵀ| ≤ Σ|g| over a tile, and a column of G adds up to 2.
    private const double AmplificationOfGradient = 16;

    // With fewer results an image has too few tiles.
    private const int FewestResults = 25;

    /// <summary>
    /// Widens the bounds of a contraction that may be one half of such a sum: of windows by a weight, or of what windows add up. Its operands are the greatest absolute values that
    /// elements may have.
    /// </summary>
    public static void Add(ReferenceTensor errors, ContractOperation contract, ReferenceTensor left, ReferenceTensor right, Arithmetic arithmetic)
    {
        if (!contract.IsDirect && !errors.Type.Batched && left.Type.Batched && right.Type.Batched)
        {
            AddOfGradient(errors, contract, left, right, arithmetic);
            return;
        }

        var (data, weight) = left.Type.Batched ? (left, right) : (right, left);
        var labels = left.Type.Batched ? contract.Right : contract.Left;
        if (contract.IsDirect || !errors.Type.Batched || weight.Type.Batched || ChannelsOf(weight) is not { } channels)
        {
            return;
        }

        var summed = channels.Where(axis => !contract.Result.Contains(labels[axis])).Aggregate(1, (product, axis) => product * weight.Type.Shape[axis]);
        var ofWindow = weight.Indices().GroupBy(index => (index[channels[0]], index[channels[1]])).Max(window => window.Sum(index => weight[index]));
        var filters = channels.Where(axis => contract.Result.Contains(labels[axis])).Aggregate(1, (product, axis) => product * weight.Type.Shape[axis]);
        if (errors.Type.Shape.Count / filters < FewestResults)
        {
            return;
        }

        var (samples, size, sizeOfData) = (errors.Dimensions[0], errors.Data.Length / errors.Dimensions[0], data.Data.Length / data.Dimensions[0]);
        for (var n = 0; n < samples; n++)
        {
            var greatest = data.Data.Skip(n * sizeOfData).Take(sizeOfData).Max();
            for (var i = n * size; i < (n + 1) * size; i++)
            {
                errors.Data[i] += arithmetic.Rounded(Amplification * summed * greatest * ofWindow, 0, summed + Transformations);
            }
        }
    }

    // The gradient of a weight sums the products of all tiles of all samples, of which there are fewer than elements of the result's gradient.
    private static void AddOfGradient(ReferenceTensor errors, ContractOperation contract, ReferenceTensor left, ReferenceTensor right, Arithmetic arithmetic)
    {
        var (data, gradient) = left.Type.Shape.Rank > right.Type.Shape.Rank ? (left, right) : (right, left);
        if (ChannelsOf(errors) is null || data.Type.Shape.Rank != 5 || gradient.Type.Shape.Rank != 3)
        {
            return;
        }

        var labels = (left == gradient ? contract.Left : contract.Right).TrimStart(TypeRules.SampleLabel);
        var filters = Enumerable.Range(0, 3).Single(axis => contract.Result.Contains(labels[axis]));
        if (gradient.Type.Shape.Count / gradient.Type.Shape[filters] < FewestResults)
        {
            return;
        }

        var (samples, sizeOfData) = (data.Dimensions[0], data.Data.Length / data.Dimensions[0]);
        var greatest = Enumerable.Range(0, samples).Select(n => data.Data.Skip(n * sizeOfData).Take(sizeOfData).Max()).ToArray();
        var terms = gradient.Indices().GroupBy(index => index[filters + 1]).Max(filter => filter.Sum(index => gradient[index] * greatest[index[0]]));
        var summed = samples * gradient.Type.Shape.Count / gradient.Type.Shape[filters];
        for (var i = 0; i < errors.Data.Length; i++)
        {
            errors.Data[i] += arithmetic.Rounded(AmplificationOfGradient * terms, 0, summed + Transformations);
        }
    }

    // The axes of whole vectors of a weight whose others are those of 3×3 windows.
    private static int[]? ChannelsOf(ReferenceTensor weight)
    {
        var axes = Enumerable.Range(0, weight.Type.Shape.Rank).ToArray();
        var channels = axes.Where(axis => weight.Type.Shape[axis] % Lanes == 0).ToArray();
        return axes.Length == 4 && channels.Length == 2 && axes.Except(channels).All(axis => weight.Type.Shape[axis] == 3) ? channels : null;
    }
}
