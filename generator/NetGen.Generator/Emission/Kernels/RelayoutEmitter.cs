using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>Kernels that write a weight in another layout: panels of 16 along another axis, or row-major.</summary>
internal static class RelayoutEmitter
{
    public static KernelText Emit(CopyKernel kernel, KernelContext context)
    {
        var value = kernel.Result;
        var x = value.Operands[0];
        var from = context.Plan.StorageOf(x).Layout;
        var to = context.Plan.StorageOf(value).Layout;
        var names = new OperandNames(context.Type, value.Operands);
        var writer = new SourceWriter();
        var indices = Enumerable.Range(0, value.Shape.Rank).Select(axis => "i" + Literals.Integer(axis)).ToArray();
        var source = $"Unsafe.Add(ref {names[x]}, {Address(value.Shape, from, indices)})";
        if (to.LaneAxis < 0)
        {
            Loops(writer, value.Shape, indices, 0, () =>
                writer.Line($"Unsafe.Add(ref result, {Address(value.Shape, to, indices)}) = {source};"));
        }
        else
        {
            ToPanels(writer, value.Shape, to, indices, source);
        }

        var target = to.LaneAxis < 0 ? "in row-major order" : $"in panels of 16 along axis {to.LaneAxis}, zeros past its end";
        return new KernelText(
            KernelContext.MethodName(kernel) + (to.LaneAxis < 0 ? "RowMajor" : "Panels"),
            $"result = {names[x]} {target}: {value.Type}.",
            names.WithResult(value),
            NeedsSamples: false,
            NeedsRandom: false,
            writer.ToString());
    }

    private static void ToPanels(SourceWriter writer, Shape shape, Layout to, IReadOnlyList<string> indices, string source)
    {
        var lane = to.LaneAxis;
        var size = shape[lane];
        var rest = shape.Count / size;
        var panels = Blocks.RoundUp(size) / Blocks.Size;
        writer.Block($"for (var panel = 0; panel < {Literals.Integer(panels)}; panel++)", () =>
        {
            var others = Enumerable.Range(0, shape.Rank).Where(axis => axis != lane).ToArray();
            var start = $"panel * {Literals.Integer(rest * Blocks.Size)}";
            Loops(writer, shape, indices, others, 0, () =>
            {
                var row = RestIndex(shape, lane, indices);
                writer.Line($"ref var target = ref Unsafe.Add(ref result, ({start}) + (({row}) * 16));");
                writer.Block("for (var lane = 0; lane < 16; lane++)", () =>
                {
                    writer.Line($"var {indices[lane]} = (panel * 16) + lane;");
                    writer.Line(size % Blocks.Size == 0
                        ? $"Unsafe.Add(ref target, lane) = {source};"
                        : $"Unsafe.Add(ref target, lane) = {indices[lane]} < {Literals.Integer(size)} ? {source} : 0;");
                });
            });
        });
    }

    private static void Loops(SourceWriter writer, Shape shape, IReadOnlyList<string> indices, int axis, System.Action body) =>
        Loops(writer, shape, indices, Enumerable.Range(axis, shape.Rank - axis).ToArray(), 0, body);

    private static void Loops(
        SourceWriter writer, Shape shape, IReadOnlyList<string> indices, IReadOnlyList<int> axes, int place, System.Action body)
    {
        if (place == axes.Count)
        {
            body();
            return;
        }

        var index = indices[axes[place]];
        writer.Block(
            $"for (var {index} = 0; {index} < {Literals.Integer(shape[axes[place]])}; {index}++)",
            () => Loops(writer, shape, indices, axes, place + 1, body));
    }

    // The row-major index over all axes but one.
    private static string RestIndex(Shape shape, int lane, IReadOnlyList<string> indices)
    {
        var text = string.Empty;
        for (var axis = 0; axis < shape.Rank; axis++)
        {
            if (axis != lane)
            {
                text = text.Length == 0 ? indices[axis] : $"(({text}) * {Literals.Integer(shape[axis])}) + {indices[axis]}";
            }
        }

        return text.Length == 0 ? "0" : text;
    }

    private static string Address(Shape shape, Layout layout, IReadOnlyList<string> indices)
    {
        if (layout.LaneAxis < 0)
        {
            return RestIndex(shape, -1, indices);
        }

        var lane = indices[layout.LaneAxis];
        var rest = Literals.Integer(shape.Count / shape[layout.LaneAxis]);
        return $"((({lane} / 16 * {rest}) + ({RestIndex(shape, layout.LaneAxis, indices)})) * 16) + ({lane} % 16)";
    }
}
