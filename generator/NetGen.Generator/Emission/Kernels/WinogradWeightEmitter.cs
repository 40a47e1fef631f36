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
                writer.Line($"Winograd.TransformWindow(ref window, {Steps(operation, strides)}, ref transformed, {Literals.Integer(channels * Blocks.Size)});");
            });
        });
        return new KernelText(
            context.MethodName(kernel),
            "result[i,j,c,o] = Σ_u,v G[i,u]·w[o,c,u,v]·G[j,v] with G = [1 0 0; ½ ½ ½; ½ −½ ½; 0 0 1]: a weight in Winograd's form"
                + (operation.RowsBackwards || operation.ColumnsBackwards ? ", its windows walked backwards" : string.Empty) + $"\n{names.Describe(kernel.Result)}",
            names.WithResult(kernel.Result),
            NeedsSamples: false,
            NeedsRandom: false,
            writer.ToString());
    }

    /// <summary>From one row of a window to the next, and from one column to the next.</summary>
    public static string Steps(WinogradWeightOperation operation, IReadOnlyList<long> strides)
    {
        var (rows, columns) = (strides[operation.Rows], strides[operation.Columns]);
        return $"{Literals.Integer(operation.RowsBackwards ? -rows : rows)}, {Literals.Integer(operation.ColumnsBackwards ? -columns : columns)}";
    }

    /// <summary>Where a window begins: one that is walked backwards with its last row or column.</summary>
    public static long First(WinogradWeightOperation operation, IReadOnlyList<long> strides)
    {
        const int last = WinogradOperation.WindowSize - 1;
        return (operation.RowsBackwards ? last * strides[operation.Rows] : 0) + (operation.ColumnsBackwards ? last * strides[operation.Columns] : 0);
    }

    /// <summary>From one step of each axis to the next in panels along the axis of filters, in which all other axes lie in their order.</summary>
    public static long[] PanelStrides(Shape shape, int lanes) => Enumerable.Range(0, shape.Rank)
        .Select(axis => shape.Sizes.Where((_, other) => other > axis && other != lanes).Aggregate((long)Blocks.Size, (product, size) => product * size)).ToArray();
}
