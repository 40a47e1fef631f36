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
        if (to.LaneAxis < 0)
        {
            var indices = Indices(value.Shape);
            Loops(writer, value.Shape, indices, 0, () => writer.Line(
                $"{Addresses.At("result", Address(value.Shape, to, indices))} = {Addresses.At(names[x], Address(value.Shape, from, indices))};"));
        }
        else if (value.Shape.Rank == 2 && from.LaneAxis >= 0)
        {
            Transpose(writer, value.Shape, from.LaneAxis, names[x], kernel.Shared);
        }
        else
        {
            ToPanels(writer, value.Shape, from, to, names[x]);
        }

        var target = to.LaneAxis < 0 ? "in row-major order" : $"in panels of 16 along axis {to.LaneAxis}, zeros past its end";
        return new KernelText(
            context.MethodName(kernel),
            $"result = {names[x]} {target}: {value.Type}",
            names.WithResult(value),
            NeedsSamples: false,
            NeedsRandom: false,
            writer.ToString())
        {
            Shared = kernel.Shared is null ? null : new SharedRange(kernel.Shared, new Dictionary<Value, long>
            {
                // Where panels follow each other, as many elements for each lane as there are rows.
                [x] = value.Shape[1 - from.LaneAxis],
                [value] = Blocks.Size,
            }),
        };
    }

    // Where panels along both axes cross, 16 by 16 elements lie side by side in both layouts.
    private static void Transpose(SourceWriter writer, Shape shape, int from, string source, SharedAxis? shared)
    {
        var (lanes, rows) = (shape[from], shape[1 - from]);
        var laneCount = shared?.Name ?? Literals.Integer(lanes);
        PanelLoop("laneStart", lanes, laneCount, () => PanelLoop("rowStart", rows, Literals.Integer(rows), () => writer.Line(
            $"Panels.Transpose(ref {Block(source, "laneStart", lanes, "rowStart", rows)}, ref {Block("result", "rowStart", rows, "laneStart", lanes)}, {Left("rowStart", rows, Literals.Integer(rows))}, {Left("laneStart", lanes, laneCount)});")));

        void PanelLoop(string variable, long size, string count, System.Action body)
        {
            if (size <= Blocks.Size)
            {
                body();
            }
            else
            {
                writer.Block($"for (var {variable} = 0; {variable} < {count}; {variable} += {Blocks.Size})", body);
            }
        }

        static string Start(string variable, long size) => size <= Blocks.Size ? "0" : variable;

        static string Block(string operand, string panel, long panels, string row, long rows) => Addresses.At(operand, Addresses.Sum(
            Addresses.Times(Start(panel, panels), rows), Addresses.Times(Start(row, rows), Blocks.Size)));

        static string Left(string variable, long size, string count) => size % Blocks.Size == 0 ? Literals.Integer(Blocks.Size)
            : size < Blocks.Size ? Literals.Integer(size)
            : $"Math.Min({count} - {variable}, {Blocks.Size})";
    }

    private static void ToPanels(SourceWriter writer, Shape shape, Layout from, Layout to, string source)
    {
        var panels = Blocks.RoundUp(shape[to.LaneAxis]) / Blocks.Size;
        if (panels == 1)
        {
            Panel(writer, shape, from, to, source, "0");
        }
        else
        {
            writer.Block($"for (var panel = 0; panel < {Literals.Integer(panels)}; panel++)", () => Panel(writer, shape, from, to, source, "panel"));
        }
    }

    private static void Panel(SourceWriter writer, Shape shape, Layout from, Layout to, string source, string panel)
    {
        var lane = to.LaneAxis;
        var size = shape[lane];
        var start = Addresses.Times(panel, shape.Count / size * Blocks.Size);
        var indices = Indices(shape);
        var others = Enumerable.Range(0, shape.Rank).Where(axis => axis != lane).ToArray();
        Loops(writer, shape, indices, others, 0, () =>
        {
            var place = Addresses.Sum(start, Addresses.Times(Bracketed(RestIndex(shape, lane, indices)), Blocks.Size));
            writer.Line($"ref var target = ref {Addresses.At("result", place)};");
            writer.Block($"for (var lane = 0; lane < {Blocks.Size}; lane++)", () =>
            {
                if (panel == "0")
                {
                    indices[lane] = "lane";
                }
                else
                {
                    writer.Line($"var {indices[lane]} = ({panel} * {Blocks.Size}) + lane;");
                }

                var element = Addresses.At(source, Address(shape, from, indices));
                writer.Line(size % Blocks.Size == 0
                    ? $"Unsafe.Add(ref target, lane) = {element};"
                    : $"Unsafe.Add(ref target, lane) = {indices[lane]} < {Literals.Integer(size)} ? {element} : 0;");
            });
        });
    }

    private static string[] Indices(Shape shape) => Enumerable.Range(0, shape.Rank).Select(axis => "i" + Literals.Integer(axis)).ToArray();

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
                text = text.Length == 0 ? indices[axis] : $"({Bracketed(text)} * {Literals.Integer(shape[axis])}) + {indices[axis]}";
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
        var rest = shape.Count / shape[layout.LaneAxis];
        var panel = Addresses.Sum(Addresses.Times($"{lane} / 16", rest), RestIndex(shape, layout.LaneAxis, indices));
        return $"({Bracketed(panel)} * 16) + ({lane} % 16)";
    }

    private static string Bracketed(string text) => text.Contains(' ') ? $"({text})" : text;
}
