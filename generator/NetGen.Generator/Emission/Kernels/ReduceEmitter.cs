using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>
/// Sums and maxima, over the formula of the element-wise operation fused in. Where the inner axis stays, vectors run along
/// it and the loops over what is reduced lie inside; where it is reduced, each lane reduces its share and the lanes at last.
/// The order is always ascending within a lane.
/// </summary>
internal static class ReduceEmitter
{
    private const string Total = "total";
    private const string Rest = "rest";

    public static KernelText Emit(ReduceKernel kernel, KernelContext context)
    {
        var value = kernel.Result;
        var operand = value.Operands[0];
        var reduction = ((ReduceOperation)value.Operation).Reduction;
        var expression = kernel.Prologue is null ? new Operand(0) : ((MapOperation)kernel.Prologue.Operation).Expression;
        var operands = kernel.Prologue is null ? new[] { operand } : kernel.Prologue.Operands;
        var element = new ElementKernel(context.Type, operand.Type, expression, operands, value, context.Plan, paddable: false);
        new ReduceLoops(element, reduction, Total, Rest).Write();

        var names = operands.Select(input => element.Names[input]).ToArray();
        var sign = reduction == Reduction.Sum ? "Σ" : "max";
        var formula = MathematicsPrinter.PrintFactor(expression, names);
        return new KernelText(
            context.MethodName(kernel),
            $"result = {sign} {formula} over {Over((ReduceOperation)value.Operation)}\n{element.Names.Describe(value)}",
            element.Names.WithResult(value),
            element.Iteration.Axes.Any(axis => axis.OverSamples),
            NeedsRandom: false,
            element.Body());
    }

    private static string Over(ReduceOperation reduce)
    {
        var axes = reduce.Axes.Count == 0 ? string.Empty : (reduce.Axes.Count == 1 ? "axis " : "axes ") + string.Join(", ", reduce.Axes);
        return !reduce.OverSamples ? axes : axes.Length == 0 ? "samples" : "samples and " + axes;
    }
}
