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

        var names = new OperandNames(context.Type, value.Operands);
        var writer = new SourceWriter();
        foreach (var (part, index) in Parts(value).Select((part, index) => (part, index)))
        {
            Copy(writer, part, value, names, context.Plan, index);
        }

        return new KernelText(
            context.MethodName(kernel), Describe(value), names.WithResult(value), value.Batched, NeedsRandom: false, writer.ToString());
    }

    private static string Describe(Value value)
    {
        var what = value.Operation switch
        {
            SliceOperation slice => $"elements {slice.Start} to {slice.Start + slice.Length - 1} of axis {slice.Axis}",
            PadOperation pad => $"zeros around, {pad.Before} before and {pad.After} after along axis {pad.Axis}",
            ConcatOperation concat => $"the operands one after the other along axis {concat.Axis}",
            TransposeOperation transpose => $"the axes in the order {string.Join(", ", transpose.Permutation)}",
            _ => "a copy",
        };
        return $"result = {what}: {string.Join(", ", value.Operands.Select(operand => operand.Type))} to {value.Type}";
    }

    // A copy of a box: from an operand, with an offset and strides in it, to an offset in the result. No source: zeros.
    private sealed record Part(Value? Source, Shape Box, long SourceOffset, IReadOnlyList<long> SourceStrides, long Offset);

    private static IEnumerable<Part> Parts(Value value)
    {
        var x = value.Operands[0];
        var strides = value.Shape.Strides;
        switch (value.Operation)
        {
            case SliceOperation slice:
                var from = x.Shape.Strides;
                yield return new Part(x, value.Shape, slice.Start * from[slice.Axis], from, 0);
                break;
            case TransposeOperation transpose:
                var original = x.Shape.Strides;
                yield return new Part(x, value.Shape, 0, transpose.Permutation.Select(axis => original[axis]).ToArray(), 0);
                break;
            case PadOperation pad:
                yield return Zeros(value, pad.Axis, 0, pad.Before, strides);
                yield return new Part(x, x.Shape, 0, x.Shape.Strides, pad.Before * strides[pad.Axis]);
                yield return Zeros(value, pad.Axis, value.Shape[pad.Axis] - pad.After, pad.After, strides);
                break;
            case ConcatOperation concat:
                var start = 0L;
                foreach (var operand in value.Operands)
                {
                    yield return new Part(operand, operand.Shape, 0, operand.Shape.Strides, start * strides[concat.Axis]);
                    start += operand.Shape[concat.Axis];
                }

                break;
        }
    }

    private static Part Zeros(Value value, int axis, long start, int length, IReadOnlyList<long> strides) =>
        new(null, value.Shape.With(axis, length), 0, strides.Select(_ => 0L).ToArray(), start * strides[axis]);

    private static void Copy(SourceWriter writer, Part part, Value value, OperandNames names, ProgramPlan plan, int index)
    {
        if (part.Box.Count == 0)
        {
            return;
        }

        var source = part.Source is null ? null : plan.StorageOf(part.Source);
        var iteration = Iteration.Copy(
            part.Box,
            value.Batched,
            source?.SampleStride ?? 0,
            part.SourceStrides,
            plan.StorageOf(value).SampleStride,
            value.Shape.Strides);
        var number = index == 0 ? string.Empty : Literals.Integer(index + 1);
        if (part.Source is not null)
        {
            writer.Line($"ref var source{number} = ref {Addresses.At(names[part.Source], Literals.Integer(part.SourceOffset))};");
        }

        writer.Line($"ref var target{number} = ref {Addresses.At("result", Literals.Integer(part.Offset))};");
        Loops(writer, iteration, part.Source is null ? null : "source" + number, "target" + number, 0);
    }

    private static void Loops(SourceWriter writer, Iteration iteration, string? source, string target, int axis)
    {
        if (axis == iteration.Axes.Count)
        {
            writer.Line($"{target} = {source ?? "0"};");
            return;
        }

        var over = iteration.Axes[axis];
        var (from, to) = (iteration.Operands[0].Strides[axis], iteration.Operands[1].Strides[axis]);
        var count = over.Count;
        if (axis == iteration.Axes.Count - 1 && to == 1 && (source is null || from == 1))
        {
            var destination = $"MemoryMarshal.CreateSpan(ref {target}, {count})";
            writer.Line(source is null ? $"{destination}.Clear();" : $"MemoryMarshal.CreateReadOnlySpan(ref {source}, {count}).CopyTo({destination});");
            return;
        }

        var variable = over.OverSamples ? "n" : "a" + Literals.Integer(axis);
        writer.Block($"for (var {variable} = 0; {variable} < {count}; {variable}++)", () =>
        {
            var nextTarget = target + "At" + variable.ToUpperInvariant();
            var nextSource = source is null ? null : source + "At" + variable.ToUpperInvariant();
            if (source is not null)
            {
                writer.Line($"ref var {nextSource} = ref {Addresses.At(source, Addresses.Times(variable, from))};");
            }

            writer.Line($"ref var {nextTarget} = ref {Addresses.At(target, Addresses.Times(variable, to))};");
            Loops(writer, iteration, nextSource, nextTarget, axis + 1);
        });
    }
}
