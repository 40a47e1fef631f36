using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers;

/// <summary>Softmax and its logarithm as primitive operations, shifted by the maximum so that no exponential overflows.</summary>
internal static class SoftmaxLowering
{
    public static Value Softmax(GraphBuilder graph, Value x, int axis)
    {
        var exponentials = graph.Map(new Unary(UnaryFunction.Exp, new Operand(0) - new Operand(1)), x, Shift(graph, x, axis));
        var sum = graph.Reduce(Reduction.Sum, exponentials, axis);
        return graph.Map(new Operand(0) / new Operand(1), exponentials, sum);
    }

    public static Value LogSoftmax(GraphBuilder graph, Value x, int axis)
    {
        var shifted = graph.Map(new Operand(0) - new Operand(1), x, Shift(graph, x, axis));
        var exponentials = graph.Map(new Unary(UnaryFunction.Exp, new Operand(0)), shifted);
        var sum = graph.Reduce(Reduction.Sum, exponentials, axis);
        var logarithm = graph.Map(new Unary(UnaryFunction.Log, new Operand(0)), sum);
        return graph.Map(new Operand(0) - new Operand(1), shifted, logarithm);
    }

    // The shift cancels in the result, so no gradient is to pass it.
    private static Value Shift(GraphBuilder graph, Value x, int axis) =>
        graph.StopGradient(graph.Reduce(Reduction.Maximum, x, axis));
}
