using System;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Testing.Reference;

/// <summary>The operations that only move elements, or add up those that come to the same place.</summary>
internal static class ReferenceMovement
{
    public static void Compute(ReferenceTensor result, Operation operation, ReferenceTensor[] operands)
    {
        switch (operation)
        {
            case ReshapeOperation or StopGradientOperation or RelayoutOperation:
                operands[0].Data.CopyTo(result.Data, 0);
                break;
            case TransposeOperation transpose:
                Transpose(result, transpose, operands[0]);
                break;
            case SliceOperation slice:
                Copy(result, operands[0], slice.Axis, slice.Start);
                break;
            case PadOperation pad:
                Pad(result, pad, operands[0]);
                break;
            case UnfoldOperation unfold:
                Unfold(result, unfold, operands[0]);
                break;
            case FoldOperation fold:
                Fold(result, fold, operands[0]);
                break;
            case ConcatOperation concat:
                Concat(result, concat, operands);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(operation), operation, "An unknown operation.");
        }
    }

    private static void Transpose(ReferenceTensor result, TransposeOperation transpose, ReferenceTensor operand)
    {
        foreach (var index in result.Indices())
        {
            var source = index.ToArray();
            for (var axis = 0; axis < transpose.Permutation.Count; axis++)
            {
                source[transpose.Permutation[axis] + operand.FirstAxis] = index[axis + operand.FirstAxis];
            }

            result[index] = operand[source];
        }
    }

    private static void Copy(ReferenceTensor result, ReferenceTensor operand, int axis, int start)
    {
        foreach (var index in result.Indices())
        {
            result[index] = operand[index.Select((i, a) => a == axis + operand.FirstAxis ? i + start : i).ToArray()];
        }
    }

    private static void Pad(ReferenceTensor result, PadOperation pad, ReferenceTensor operand)
    {
        Array.Fill(result.Data, pad.Value);
        foreach (var index in operand.Indices())
        {
            result[index.Select((i, a) => a == pad.Axis + operand.FirstAxis ? i + pad.Before : i).ToArray()] = operand[index];
        }
    }

    private static void Unfold(ReferenceTensor result, UnfoldOperation unfold, ReferenceTensor operand)
    {
        foreach (var index in result.Indices())
        {
            result[index] = operand[Place(index, unfold.Axis + result.FirstAxis, unfold.Windows)];
        }
    }

    private static void Fold(ReferenceTensor result, FoldOperation fold, ReferenceTensor operand)
    {
        foreach (var index in operand.Indices())
        {
            result[Place(index, fold.Axis + operand.FirstAxis, fold.Windows)] += operand[index];
        }
    }

    private static int[] Place(int[] index, int axis, Windows windows) =>
        [.. index[..axis], windows.Start + (index[axis] * windows.Stride) + (index[axis + 1] * windows.Dilation), .. index[(axis + 2)..]];

    private static void Concat(ReferenceTensor result, ConcatOperation concat, ReferenceTensor[] operands)
    {
        foreach (var index in result.Indices())
        {
            var axis = concat.Axis + result.FirstAxis;
            var place = index[axis];
            var source = 0;
            while (place >= operands[source].Type.Shape[concat.Axis])
            {
                place -= operands[source++].Type.Shape[concat.Axis];
            }

            var own = index.Select((i, a) => a == axis ? place : i).Skip(result.FirstAxis - operands[source].FirstAxis).ToArray();
            result[index] = operands[source][own];
        }
    }
}
