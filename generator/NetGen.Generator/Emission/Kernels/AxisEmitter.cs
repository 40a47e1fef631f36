using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>Kernels along one axis that give one number: the first index of the greatest element, the threshold of sparsemax.</summary>
internal static class AxisEmitter
{
    public static KernelText Emit(ArgMaxKernel kernel, KernelContext context)
    {
        var axis = ((ArgMaxOperation)kernel.Result.Operation).Axis;
        return Emit(kernel, axis, context, "the first index of the greatest element of x", (writer, x, result, size, stride) =>
        {
            writer.Line("var best = 0;");
            writer.Block($"for (var k = 1; k < {size}; k++)", () =>
                writer.Block($"if ({Addresses.At(x, Addresses.Times("k", stride))} > {Addresses.At(x, Addresses.Times("best", stride))})", () => writer.Line("best = k;")));
            writer.Line($"{result} = best;");
        });
    }

    public static KernelText Emit(ThresholdKernel kernel, KernelContext context) =>
        Emit(kernel, kernel.Result.Shape.Rank - 1, context, "τ with Σ max(x − τ, 0) = 1", (writer, x, result, size, _) =>
            writer.Line($"{result} = Sparsemax.Threshold(MemoryMarshal.CreateReadOnlySpan(ref {x}, {size}));"));

    private static KernelText Emit(
        Kernel kernel, int axis, KernelContext context, string what, System.Action<SourceWriter, string, string, string, long> body)
    {
        var value = kernel.Result;
        var x = value.Operands[0];
        var names = new OperandNames(context.Type, value.Operands);
        var iteration = Iteration.Over(
            value.Type, new[] { (x, context.Plan.StorageOf(x)), (value, context.Plan.StorageOf(value)) }, paddable: false);
        var operands = new[] { names[x], "result" }
            .Select((name, i) => new ElementOperand(name, name, i == 0 ? x : value, iteration.Operands[i])).ToArray();
        var stride = Aliases.Strides(x)[axis];
        var writer = new SourceWriter();
        Loops(writer, iteration, operands, 0, () => body(
            writer, operands[0].Current, operands[1].Current, Literals.Integer(x.Shape[axis]), stride));
        return new KernelText(
            context.MethodName(kernel),
            $"result = {what} along axis {axis}\n{names.Describe(value)}",
            names.WithResult(value),
            value.Batched,
            NeedsRandom: false,
            writer.ToString());
    }

    private static void Loops(SourceWriter writer, Iteration iteration, ElementOperand[] operands, int axis, System.Action body)
    {
        if (axis == iteration.Axes.Count)
        {
            body();
            return;
        }

        var over = iteration.Axes[axis];
        var variable = over.OverSamples ? "n" : "a" + Literals.Integer(axis);
        writer.Block($"for (var {variable} = 0; {variable} < {over.Count}; {variable}++)", () =>
        {
            foreach (var operand in operands)
            {
                operand.Advance(writer, axis, variable);
            }

            Loops(writer, iteration, operands, axis + 1, body);
        });
    }
}
