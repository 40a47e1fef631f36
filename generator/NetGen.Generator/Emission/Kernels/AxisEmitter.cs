using System;
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
        return Emit(kernel, axis, context, "the first index of the greatest element of x", FirstGreatest, FirstGreatestOfVectors);
    }

    public static KernelText Emit(ThresholdKernel kernel, KernelContext context) =>
        Emit(kernel, kernel.Result.Shape.Rank - 1, context, "τ with Σ max(x − τ, 0) = 1", (writer, x, result, line) =>
            writer.Line($"{result} = Sparsemax.Threshold(MemoryMarshal.CreateReadOnlySpan(ref {x}, {line.Size}));"));

    // The elements along the axis.
    private sealed record Line(string Size, long Stride, VectorType Type);

    private static void FirstGreatest(SourceWriter writer, string x, string result, Line line)
    {
        writer.Line("var best = 0;");
        writer.Block($"for (var k = 1; k < {line.Size}; k++)", () =>
            writer.Block($"if ({Addresses.At(x, Addresses.Times("k", line.Stride))} > {Addresses.At(x, Addresses.Times("best", line.Stride))})", () => writer.Line("best = k;")));
        writer.Line($"{result} = best;");
    }

    // The lines of a vector's elements at once.
    private static void FirstGreatestOfVectors(SourceWriter writer, string x, string result, Line line)
    {
        writer.Line($"var greatest = Vector.LoadUnsafe(ref {x}, (nuint)i);");
        writer.Line($"var best = {line.Type.Name}.Zero;");
        writer.Block($"for (var k = 1; k < {line.Size}; k++)", () =>
        {
            writer.Line($"var next = Vector.LoadUnsafe(ref {x}, (nuint)({Addresses.Sum(Addresses.Times("k", line.Stride), "i")}));");
            writer.Line("var isGreater = Vector.GreaterThan(next, greatest);");
            writer.Line($"best = Vector.ConditionalSelect(isGreater, new {line.Type.Name}(k), best);");
            writer.Line("greatest = Vector.ConditionalSelect(isGreater, next, greatest);");
        });
        writer.Line($"Vector.StoreUnsafe(best, ref {result}, (nuint)i);");
    }

    private static KernelText Emit(
        Kernel kernel,
        int axis,
        KernelContext context,
        string what,
        Action<SourceWriter, string, string, Line> body,
        Action<SourceWriter, string, string, Line>? vectorBody = null)
    {
        var value = kernel.Result;
        var x = value.Operands[0];
        var names = new OperandNames(context.Type, value.Operands);
        var iteration = Iteration.Over(
            value.Type, new[] { (x, context.Plan.StorageOf(x)), (value, context.Plan.StorageOf(value)) }, paddable: false);
        var operands = new[] { names[x], "result" }
            .Select((name, i) => new ElementOperand(name, name, i == 0 ? x : value, iteration.Operands[i])).ToArray();
        var line = new Line(Literals.Integer(x.Shape[axis]), Aliases.Strides(x)[axis], context.Type);
        var writer = new SourceWriter();
        Loops(writer, iteration, operands, 0, line, (body, vectorBody));
        return new KernelText(
            context.MethodName(kernel),
            $"result = {what} along axis {axis}\n{names.Describe(value)}",
            names.WithResult(value),
            value.Batched,
            NeedsRandom: false,
            writer.ToString());
    }

    private static void Loops(
        SourceWriter writer,
        Iteration iteration,
        ElementOperand[] operands,
        int axis,
        Line line,
        (Action<SourceWriter, string, string, Line> One, Action<SourceWriter, string, string, Line>? Several) body)
    {
        if (axis == iteration.Axes.Count)
        {
            body.One(writer, operands[0].Current, operands[1].Current, line);
            return;
        }

        var over = iteration.Axes[axis];
        if (axis == iteration.Axes.Count - 1 && body.Several is not null && operands.All(operand => operand.StrideAt(axis) == 1) && (over.OverSamples || over.Size >= line.Type.FewestLanes))
        {
            writer.Line("var i = 0;");
            writer.Block($"for (; i <= {over.Count} - {line.Type.Count}; i += {line.Type.Count})", () => body.Several(writer, operands[0].Current, operands[1].Current, line));
            writer.Line();
            writer.Block($"for (; i < {over.Count}; i++)", () => One("i"));
            return;
        }

        var variable = over.OverSamples ? "n" : "a" + Literals.Integer(axis);
        writer.Block($"for (var {variable} = 0; {variable} < {over.Count}; {variable}++)", () => One(variable));

        void One(string place)
        {
            foreach (var operand in operands)
            {
                operand.Advance(writer, axis, place);
            }

            Loops(writer, iteration, operands, axis + 1, line, body);
        }
    }
}
