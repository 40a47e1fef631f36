using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>The gradient of a weight of its sums in Winograd's form: Gᵀ·m·G for each channel, by vectors of filters.</summary>
internal static class WinogradWindowsEmitter
{
    public static KernelText Emit(WinogradWindowsKernel kernel, KernelContext context)
    {
        var weight = ((WinogradWindowsOperation)kernel.Result.Operation).Weight;
        var sums = kernel.Result.Operands[0];
        var (channels, filters) = (sums.Shape[1], sums.Shape[4]);
        var names = new OperandNames(context.Type, kernel.Reads);
        var writer = new SourceWriter();
        var strides = WinogradWeightEmitter.PanelStrides(kernel.Result.Shape, weight.Filters);
        var sumsOfAChannel = (long)WinogradOperation.Products * filters;
        writer.Block("for (var c = 0; c < rows; c++)", () => writer.Block($"for (var panel = 0; panel < {Literals.Integer(filters / Blocks.Size)}; panel++)", () =>
        {
            var from = Addresses.Sum(Addresses.Times("c", sumsOfAChannel), Addresses.Times("panel", Blocks.Size));
            var to = Addresses.Sum(
                Addresses.Times("panel", kernel.Result.Shape.Count / filters * Blocks.Size), Addresses.Times("c", strides[weight.Channels]), Literals.Integer(WinogradWeightEmitter.First(weight, strides)));
            writer.Line(
                $"Winograd.TransformSums(ref {Addresses.At(names[sums], from)}, {Literals.Integer(filters)}, {Literals.Integer(channels * sumsOfAChannel)}, "
                + $"ref {Addresses.At("result", to)}, {WinogradWeightEmitter.Steps(weight, strides)});");
        }));
        return new KernelText(
            context.MethodName(kernel),
            "result[o,c,k,l] = Σ_i,j G[i,k]·G[j,l]·Σ_s x[s,c,i,j,o] with G = [1 0 0; ½ ½ ½; ½ −½ ½; 0 0 1]: the gradient of 3×3 windows of the sums of four parts of the samples"
                + (weight.RowsBackwards || weight.ColumnsBackwards ? ", walked backwards" : string.Empty) + $"\n{names.Describe(kernel.Result)}",
            names.WithResult(kernel.Result),
            NeedsSamples: false,
            NeedsRandom: false,
            writer.ToString())
        {
            Shared = new SharedRange(kernel.Shared!, new Dictionary<Value, long> { [sums] = sumsOfAChannel, [kernel.Result] = strides[weight.Channels] }),
        };
    }
}
