using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>Element-wise kernels.</summary>
internal static class MapEmitter
{
    public static KernelText Emit(MapKernel kernel, KernelContext context)
    {
        var value = kernel.Result;
        var expression = ((MapOperation)value.Operation).Expression;
        var element = new ElementKernel(
            context.Type, value.Type, expression, value.Operands, value, context.Plan, paddable: context.Plan.StorageOf(value).Region is Region.PerSample or Region.PerWorker or Region.Fixed);
        WriteLoops(element);
        var names = value.Operands.Select(operand => element.Names[operand]).ToArray();
        return new KernelText(
            context.MethodName(kernel),
            $"result = {MathematicsPrinter.Print(expression, names)}\n{element.Names.Describe(value)}",
            element.Names.WithResult(value),
            element.Iteration.Axes.Any(axis => axis.OverSamples),
            NeedsRandom: false,
            element.Body());
    }

    private static void WriteLoops(ElementKernel element)
    {
        var inner = element.Iteration.Axes.Count - 1;
        element.Outer(Enumerable.Range(0, inner < 0 ? 0 : inner).ToArray(), () =>
        {
            element.DeclareResting(inner);
            if (inner < 0)
            {
                Element(element, -1, vector: false);
            }
            else
            {
                element.InnerTwice(inner, vector => Element(element, inner, vector));
            }
        });
    }

    private static void Element(ElementKernel element, int axis, bool vector)
    {
        element.DeclareMoving(axis, vector);
        element.Writer.Line(element.ResultOperand.Write(element.Code.Result, axis, vector));
    }
}
