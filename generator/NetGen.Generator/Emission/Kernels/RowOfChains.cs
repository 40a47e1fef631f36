using System;
using System.Linq;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>
/// The sum of a single row, as in the product of a matrix and one sample's vector: taken in several sums by turns, because
/// one alone would wait for the machine's multiply-add to end at every step.
/// </summary>
internal static class RowOfChains
{
    /// <summary>This many turns are written one after the other instead of as a loop.</summary>
    private const int MostTurnsWritten = 4;

    /// <summary>How many sums, for as many accumulators as a tile of rows has.</summary>
    /// <param name="axes">The axes of the contraction.</param>
    /// <param name="vectors">How many vectors of lanes there are at most.</param>
    public static int Chains(ContractionAxes axes, int vectors)
    {
        if (axes.Row is not null || axes.Summed.Count == 0 || axes.Summed[axes.Summed.Count - 1].OverSamples)
        {
            return 1;
        }

        return (int)Math.Min(vectors == 4 ? 2 : 4, axes.Summed[axes.Summed.Count - 1].Size);
    }

    /// <summary>Whether the steps along an axis are written one after the other instead of as a loop.</summary>
    public static bool IsWrittenOut(ContractionTile tile, ContractionAxis axis) =>
        tile.Chains > 1 && !axis.OverSamples && axis.Size <= MostTurnsWritten * tile.Chains;

    /// <summary>Writes the loop over the innermost summed axis.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="tile">The row.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="steps">Writes steps, one for each chain by turns: how their elements are called, how many after the current place the first is, and how many they are.</param>
    /// <param name="move">Writes that the current place moves on by some steps.</param>
    public static void Write(SourceWriter writer, ContractionTile tile, ContractionAxis axis, Action<string, int, int> steps, Action<int> move)
    {
        if (IsWrittenOut(tile, axis))
        {
            for (var first = 0; first < axis.Size; first += tile.Chains)
            {
                steps("spread", first, (int)Math.Min(tile.Chains, axis.Size - first));
            }

            return;
        }

        var rest = axis.Size % tile.Chains;
        writer.Line($"// By turns in {Literals.Integer(tile.Chains)} sums that do not wait for each other.");
        writer.Block($"for (var {axis.Variable} = 0; {axis.Variable} < {Literals.Integer(axis.Size - rest)}; {axis.Variable} += {Literals.Integer(tile.Chains)})", () =>
        {
            steps("spread", 0, tile.Chains);
            move(tile.Chains);
        });
        if (rest > 0)
        {
            steps("last", 0, (int)rest);
        }
    }

    /// <summary>The sum of the sums of a vector, two by two.</summary>
    public static string Sum(ContractionTile tile, int vector)
    {
        var parts = Enumerable.Range(0, tile.Chains).Select(chain => tile.Partial(chain, vector)).ToArray();
        while (parts.Length > 2)
        {
            parts = parts.Select((part, i) => (part, i)).GroupBy(part => part.i / 2, part => part.part)
                .Select(pair => pair.Count() == 1 ? pair.First() : $"({string.Join(" + ", pair)})").ToArray();
        }

        return string.Join(" + ", parts);
    }
}
