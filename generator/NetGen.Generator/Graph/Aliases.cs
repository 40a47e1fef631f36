using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Graph;

/// <summary>Values that are the same memory under another shape, or windows of it.</summary>
internal static class Aliases
{
    /// <summary>The value whose memory this one is.</summary>
    public static Value Root(Value value)
    {
        while (IsAlias(value))
        {
            value = value.Operands[0];
        }

        return value;
    }

    /// <summary>Whether a value is another one's memory, so that nothing computes it.</summary>
    public static bool IsAlias(Value value) => value.Operation is ReshapeOperation or UnfoldOperation;

    /// <summary>Whether the elements of a sample are not those of the memory in their order: windows of it.</summary>
    public static bool IsView(Value value) =>
        value.Operation is UnfoldOperation || (value.Operation is ReshapeOperation && IsView(value.Operands[0]));

    /// <summary>Elements from one step to the next along each axis, in the row-major memory of the root.</summary>
    public static IReadOnlyList<long> Strides(Value value)
    {
        if (value.Operation is not UnfoldOperation unfold)
        {
            return value.Shape.Strides;
        }

        var strides = Strides(value.Operands[0]);
        var step = strides[unfold.Axis];
        return strides.Take(unfold.Axis).Concat(new[] { step * unfold.Windows.Stride, step * unfold.Windows.Dilation }).Concat(strides.Skip(unfold.Axis + 1)).ToArray();
    }

    /// <summary>Where the first element of a sample lies, from the first of the root on.</summary>
    public static long Offset(Value value) => value.Operation switch
    {
        UnfoldOperation unfold => Offset(value.Operands[0]) + (unfold.Windows.Start * Strides(value.Operands[0])[unfold.Axis]),
        ReshapeOperation => Offset(value.Operands[0]),
        _ => 0,
    };

    /// <summary>The windows of a view that may reach beyond their axis, with the places of their two axes in the view's shape.</summary>
    public static IEnumerable<ClippedWindows> Clipped(Value value)
    {
        if (value.Operation is not UnfoldOperation unfold)
        {
            yield break;
        }

        foreach (var inner in Clipped(value.Operands[0]))
        {
            yield return inner with { WindowAxis = Moved(inner.WindowAxis), ElementAxis = Moved(inner.ElementAxis) };
        }

        if (unfold.Clips)
        {
            yield return new ClippedWindows(unfold.Axis, unfold.Axis + 1, unfold.Windows, value.Operands[0].Shape[unfold.Axis]);
        }

        int Moved(int axis) => axis > unfold.Axis ? axis + 1 : axis;
    }

    /// <summary>Whether the value exists before any kernel runs, or needs no memory.</summary>
    public static bool IsLeaf(Value value) =>
        value.Operation is ParameterOperation or InputOperation or ConstantOperation or IotaOperation;

    /// <summary>How many values and results read a value.</summary>
    public static Dictionary<Value, int> CountUsers(ComputationGraph graph)
    {
        var users = graph.Values.ToDictionary(value => value, _ => 0);
        foreach (var operand in graph.Values.SelectMany(value => value.Operands.Distinct()).Concat(graph.Results.Select(result => result.Value)))
        {
            users[operand]++;
        }

        return users;
    }
}
