using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>Kernels that move elements: slice, concatenation, padding with zeros, transposition.</summary>
internal static class CopyEmitter
{
    public static KernelText Emit(CopyKernel kernel, KernelContext context)
    {
        var value = kernel.Result;
        if (value.Operation is RelayoutOperation)
        {
            return RelayoutEmitter.Emit(kernel, context);
        }

        var names = new OperandNames(context.Type, kernel.Reads);
        var writer = new SourceWriter();
        foreach (var (part, index) in Parts(kernel).Select((part, index) => (part, index)))
        {
            Copy(writer, part, value, names, context, index);
        }

        return new KernelText(
            context.MethodName(kernel), Describe(kernel, context), names.WithResult(value), value.Batched, NeedsRandom: false, writer.ToString());
    }

    private static string Describe(CopyKernel kernel, KernelContext context)
    {
        var value = kernel.Result;
        var what = value.Operation switch
        {
            SliceOperation slice => $"elements {slice.Start} to {slice.Start + slice.Length - 1} of axis {slice.Axis}",
            PadOperation pad => (pad.Value == 0 ? "zeros" : context.Type.Literal(pad.Value)) + " around" + Around(kernel.Inner) + Around(value),
            ConcatOperation concat => $"the operands one after the other along axis {concat.Axis}",
            TransposeOperation transpose => $"the axes in the order {string.Join(", ", transpose.Permutation)}",
            _ => "a copy",
        };
        return $"result = {what}: {string.Join(", ", (kernel.Inner ?? value).Operands.Select(operand => operand.Type))} to {value.Type}";
    }

    private static string Around(Value? padding) =>
        padding?.Operation is PadOperation pad ? $", {pad.Before} before and {pad.After} after along axis {pad.Axis}" : string.Empty;

    // A copy of a box: from an operand, with an offset and strides in it, to an offset in the result. No source: a number.
    private sealed record Part(Value? Source, Shape Box, long SourceOffset, IReadOnlyList<long> SourceStrides, long Offset, double Filling = 0);

    private static IEnumerable<Part> Parts(CopyKernel kernel)
    {
        var value = kernel.Result;
        var x = value.Operands[0];
        var strides = value.Shape.Strides;
        switch (value.Operation)
        {
            case SliceOperation slice:
                var from = Aliases.Strides(x);
                yield return new Part(x, value.Shape, slice.Start * from[slice.Axis], from, 0);
                break;
            case TransposeOperation transpose:
                var original = Aliases.Strides(x);
                yield return new Part(x, value.Shape, 0, transpose.Permutation.Select(axis => original[axis]).ToArray(), 0);
                break;
            case PadOperation:
                foreach (var part in Padded(value, kernel.Inner, strides, 0))
                {
                    yield return part;
                }

                break;
            case ConcatOperation concat:
                var start = 0L;
                foreach (var operand in value.Operands)
                {
                    yield return new Part(operand, operand.Shape, 0, Aliases.Strides(operand), start * strides[concat.Axis]);
                    start += operand.Shape[concat.Axis];
                }

                break;
        }
    }

    // What lies before along the axis, what is padded, which may be padded along another axis itself, and what lies after.
    private static IEnumerable<Part> Padded(Value value, Value? inner, IReadOnlyList<long> strides, long offset)
    {
        var pad = (PadOperation)value.Operation;
        var x = value.Operands[0];
        var (start, end) = (offset + (pad.Before * strides[pad.Axis]), offset + ((value.Shape[pad.Axis] - pad.After) * strides[pad.Axis]));
        yield return Border(pad.Before, offset);
        foreach (var part in inner is null ? new[] { new Part(x, x.Shape, 0, Aliases.Strides(x), start) } : Padded(inner, null, strides, start))
        {
            yield return part;
        }

        yield return Border(pad.After, end);

        Part Border(int length, long at) => new(null, value.Shape.With(pad.Axis, length), 0, strides.Select(_ => 0L).ToArray(), at, pad.Value);
    }

    private static void Copy(SourceWriter writer, Part part, Value value, OperandNames names, KernelContext context, int index)
    {
        if (part.Box.Count == 0)
        {
            return;
        }

        var source = part.Source is null ? null : context.Plan.StorageOf(part.Source);
        var iteration = Iteration.Copy(
            part.Box,
            value.Type,
            source?.SampleStride ?? 0,
            part.SourceStrides,
            context.Plan.StorageOf(value).SampleStride,
            value.Shape.Strides);
        var number = index == 0 ? string.Empty : Literals.Integer(index + 1);
        if (part.Source is not null)
        {
            writer.Line($"ref var source{number} = ref {Addresses.At(names[part.Source], Literals.Integer(part.SourceOffset))};");
        }

        writer.Line($"ref var destination{number} = ref {Addresses.At("result", Literals.Integer(part.Offset))};");
        new BoxLoops(writer, iteration, context.Type, part.Filling, accumulates: false).Write(part.Source is null ? null : "source" + number, "destination" + number);
    }
}
