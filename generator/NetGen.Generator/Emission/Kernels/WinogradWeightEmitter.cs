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
        writer.Block($"for (var panel = 0; panel < {Literals.Integer(Blocks.RoundUp(filters) / Blocks.Size)}; panel++)", () =>
        {
            writer.Block($"for (var c = 0; c < {Literals.Integer(channels)}; c++)", () =>
            {
                var own = Addresses.Sum(
                    Addresses.Times("panel", weight.Shape.Count / filters * Blocks.Size), Addresses.Times("c", strides[operation.Channels]), Literals.Integer(First(operation, strides)));
                writer.Line($"ref var window = ref {Addresses.At(names[weight], own)};");
                var size = (long)WinogradOperation.Products * Blocks.Size;
                writer.Line($"ref var transformed = ref {Addresses.At("result", Addresses.Sum(Addresses.Times("panel", channels * size), Addresses.Times("c", Blocks.Size)))};");
                var (rows, columns) = (strides[operation.Rows], strides[operation.Columns]);
                writer.Line(
                    $"Winograd.TransformWindow(ref window, {Literals.Integer(operation.RowsBackwards ? -rows : rows)}, {Literals.Integer(operation.ColumnsBackwards ? -columns : columns)}, "
                    + $"ref transformed, {Literals.Integer(channels * Blocks.Size)});");
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

    // A window that is walked backwards begins with its last row or column.
    private static long First(WinogradWeightOperation operation, IReadOnlyList<long> strides)
    {
        const int last = WinogradOperation.WindowSize - 1;
        return (operation.RowsBackwards ? last * strides[operation.Rows] : 0) + (operation.ColumnsBackwards ? last * strides[operation.Columns] : 0);
    }

    // In panels along the axis of filters all other axes lie in their order.
    private static long[] PanelStrides(Shape shape, int lanes) => Enumerable.Range(0, shape.Rank)
        .Select(axis => shape.Sizes.Where((_, other) => other > axis && other != lanes).Aggregate((long)Blocks.Size, (product, size) => product * size)).ToArray();
}
