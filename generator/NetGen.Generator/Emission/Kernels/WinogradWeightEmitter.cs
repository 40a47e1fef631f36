using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>The weight of a sum in Winograd's form: G·w·Gᵀ for each channel, by vectors of filters.</summary>
internal static class WinogradWeightEmitter
{
    public static KernelText Emit(WinogradWeightKernel kernel, KernelContext context)
    {
        var operation = (WinogradWeightOperation)kernel.Result.Operation;
        var weight = kernel.Result.Operands[0];
        var names = new OperandNames(context.Type, kernel.Reads);
        var writer = new SourceWriter();
        var (channels, filters) = (weight.Shape[operation.Channels], weight.Shape[operation.Filters]);
        var strides = PanelStrides(weight.Shape, operation.Filters);
        writer.Line($"var half = {context.Type.Broadcast(0.5)};");
        writer.Block($"for (var panel = 0; panel < {Literals.Integer(Blocks.RoundUp(filters) / Blocks.Size)}; panel++)", () =>
        {
            writer.Block($"for (var c = 0; c < {Literals.Integer(channels)}; c++)", () =>
            {
                var own = Addresses.Sum(Addresses.Times("panel", weight.Shape.Count / filters * Blocks.Size), Addresses.Times("c", strides[operation.Channels]));
                writer.Line($"ref var window = ref {Addresses.At(names[weight], own)};");
                var size = (long)WinogradOperation.Products * Blocks.Size;
                writer.Line($"ref var transformed = ref {Addresses.At("result", Addresses.Sum(Addresses.Times("panel", channels * size), Addresses.Times("c", Blocks.Size)))};");
                writer.Block($"for (var lane = 0; lane < {Literals.Integer(Blocks.Size)}; lane += {context.Type.Count})", () =>
                {
                    Down(writer, operation, strides);
                    Across(writer, channels);
                });
            });
        });
        return new KernelText(
            context.MethodName(kernel),
            "result[4i + j,c,o] = Σ_u,v G[i,u]·w[o,c,u,v]·G[j,v] with G = [1 0 0; ½ ½ ½; ½ −½ ½; 0 0 1]: a weight in Winograd's form"
                + (operation.RowsBackwards || operation.ColumnsBackwards ? ", its windows walked backwards" : string.Empty) + $"\n{names.Describe(kernel.Result)}",
            names.WithResult(kernel.Result),
            NeedsSamples: false,
            NeedsRandom: false,
            writer.ToString());
    }

    // G·w: the columns of a window become four elements each.
    private static void Down(SourceWriter writer, WinogradWeightOperation operation, IReadOnlyList<long> strides)
    {
        for (var v = 0; v < WinogradOperation.WindowSize; v++)
        {
            var place = (operation.ColumnsBackwards ? WinogradOperation.WindowSize - 1 - v : v) * strides[operation.Columns];
            for (var u = 0; u < WinogradOperation.WindowSize; u++)
            {
                var row = (operation.RowsBackwards ? WinogradOperation.WindowSize - 1 - u : u) * strides[operation.Rows];
                writer.Line($"var w{u}{v} = Vector.LoadUnsafe(ref window, (nuint){Addresses.Primary(Addresses.Sum(Literals.Integer(row + place), "lane"))});");
            }

            writer.Line($"var outer{v} = half * (w0{v} + w2{v});");
            writer.Line($"var inner{v} = half * w1{v};");
            writer.Line($"var sum{v} = outer{v} + inner{v};");
            writer.Line($"var difference{v} = outer{v} - inner{v};");
        }
    }

    // (G·w)·Gᵀ: each of the four rows becomes four elements.
    private static void Across(SourceWriter writer, long channels)
    {
        var rows = new[] { "w0", "sum", "difference", "w2" };
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            writer.Line($"var outerOfRow{i} = half * ({row}0 + {row}2);");
            writer.Line($"var innerOfRow{i} = half * {row}1;");
            var elements = new[] { row + "0", $"outerOfRow{i} + innerOfRow{i}", $"outerOfRow{i} - innerOfRow{i}", row + "2" };
            for (var j = 0; j < elements.Length; j++)
            {
                var place = Literals.Integer(((i * WinogradOperation.PatchSize) + j) * channels * Blocks.Size);
                writer.Line($"Vector.StoreUnsafe({elements[j]}, ref transformed, (nuint){Addresses.Primary(Addresses.Sum(place, "lane"))});");
            }
        }
    }

    // In panels along the axis of filters all other axes lie in their order.
    private static long[] PanelStrides(Shape shape, int lanes) => Enumerable.Range(0, shape.Rank)
        .Select(axis => shape.Sizes.Where((_, other) => other > axis && other != lanes).Aggregate((long)Blocks.Size, (product, size) => product * size)).ToArray();
}
