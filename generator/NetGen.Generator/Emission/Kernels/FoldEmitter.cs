using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>Kernels that add up what windows share: each window is added at its place, in ascending order.</summary>
internal static class FoldEmitter
{
    public static KernelText Emit(FoldKernel kernel, KernelContext context)
    {
        var value = kernel.Result;
        var x = value.Operands[0];
        var fold = (FoldOperation)value.Operation;
        var names = new OperandNames(context.Type, value.Operands);
        var writer = new SourceWriter();
        var target = Iteration.Copy(value.Shape, value.Type, 0, value.Shape.Strides, context.Plan.StorageOf(value).SampleStride, value.Shape.Strides);
        new BoxLoops(writer, target, context.Type, 0, accumulates: false).Write(null, "result");
        writer.Line();
        writer.Line($"ref var first = ref {Addresses.At("result", Literals.Integer(fold.Windows.Start * value.Shape.Strides[fold.Axis]))};");
        var windows = Iteration.Copy(
            x.Shape, value.Type, context.Plan.StorageOf(x).SampleStride, Aliases.Strides(x), context.Plan.StorageOf(value).SampleStride, Places(fold, value.Shape));
        new BoxLoops(writer, windows, context.Type, 0, accumulates: true).Write(names[x], "first");
        var (axis, w) = (Literals.Integer(fold.Axis), fold.Windows);
        var place = Addresses.Sum(Literals.Integer(w.Start), Addresses.Times("i", w.Stride), Addresses.Times("j", w.Dilation));
        return new KernelText(
            context.MethodName(kernel),
            $"result = the sum of element j of window i at {place} of axis {axis}; i < {Literals.Integer(w.Count)}, j < {Literals.Integer(w.Size)}\n{names.Describe(value)}",
            names.WithResult(value),
            value.Batched,
            NeedsRandom: false,
            writer.ToString());
    }

    // From one step to the next along each axis of the windows, in the result.
    private static IEnumerable<long> Places(FoldOperation fold, Shape shape)
    {
        var step = shape.Strides[fold.Axis];
        return shape.Strides.Take(fold.Axis).Concat(new[] { step * fold.Windows.Stride, step * fold.Windows.Dilation }).Concat(shape.Strides.Skip(fold.Axis + 1));
    }
}
