using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Graph;

/// <summary>The types of results. A rule that does not hold is a fault of the compiler, not of a declaration.</summary>
internal static class TypeRules
{
    /// <summary>The label of the sample axis.</summary>
    public const char SampleLabel = '*';

    public static TensorType Contract(ContractOperation operation, TensorType left, TensorType right)
    {
        var sizes = new Dictionary<char, int>();
        Bind(operation.Left, left, sizes);
        Bind(operation.Right, right, sizes);
        foreach (var label in operation.Left.Where(label => !operation.Right.Contains(label) && !operation.Result.Contains(label))
            .Concat(operation.Right.Where(label => !operation.Left.Contains(label) && !operation.Result.Contains(label))))
        {
            throw new InvalidGraphException($"The label '{label}' of {operation.Specification} occurs once.");
        }

        var batched = operation.Result.StartsWith("*", StringComparison.Ordinal);
        return new TensorType(
            ElementKind.Float,
            new Shape(operation.Result.Where(label => label != SampleLabel).Select(label => sizes[label])),
            batched)
        {
            Grouped = batched && (left.Grouped || right.Grouped),
        };
    }

    public static TensorType Broadcast(IEnumerable<TensorType> operands)
    {
        var types = operands.ToArray();
        var rank = types.Max(type => type.Shape.Rank);
        var sizes = Enumerable.Repeat(1, rank).ToArray();
        foreach (var type in types)
        {
            for (var i = 0; i < type.Shape.Rank; i++)
            {
                var axis = rank - type.Shape.Rank + i;
                sizes[axis] = Math.Max(sizes[axis], type.Shape[i]);
            }
        }

        var result = new TensorType(ElementKind.Float, new Shape(sizes), types.Any(type => type.Batched)) { Grouped = types.Any(type => type.Grouped) };
        foreach (var type in types.Where(type => !CanBroadcast(type, result)))
        {
            throw new InvalidGraphException($"{type} does not broadcast to {result}.");
        }

        return result;
    }

    public static bool CanBroadcast(TensorType operand, TensorType result)
    {
        var offset = result.Shape.Rank - operand.Shape.Rank;
        return offset >= 0
            && (!operand.Batched || (result.Batched && operand.Grouped == result.Grouped))
            && Enumerable.Range(0, operand.Shape.Rank)
                .All(axis => operand.Shape[axis] == 1 || operand.Shape[axis] == result.Shape[offset + axis]);
    }

    public static TensorType Reduce(ReduceOperation operation, TensorType operand)
    {
        var shape = operand.Shape;
        foreach (var axis in operation.Axes)
        {
            shape = shape.With(axis, 1);
        }

        return operand with { Shape = shape, Batched = operand.Batched && !operation.OverSamples, Grouped = operand.Grouped && !operation.OverSamples };
    }

    public static TensorType Concat(int axis, IReadOnlyList<TensorType> operands) =>
        operands[0] with
        {
            Shape = operands[0].Shape.With(axis, operands.Sum(operand => operand.Shape[axis])),
            Batched = operands.Any(operand => operand.Batched),
            Grouped = operands.Any(operand => operand.Grouped),
        };

    private static void Bind(string labels, TensorType type, Dictionary<char, int> sizes)
    {
        var axes = labels.TrimStart(SampleLabel);
        if (labels.StartsWith("*", StringComparison.Ordinal) != type.Batched || axes.Length != type.Shape.Rank)
        {
            throw new InvalidGraphException($"The labels '{labels}' do not fit {type}.");
        }

        for (var axis = 0; axis < axes.Length; axis++)
        {
            if (sizes.TryGetValue(axes[axis], out var size) && size != type.Shape[axis])
            {
                throw new InvalidGraphException($"The label '{axes[axis]}' stands for {size} and for {type.Shape[axis]}.");
            }

            sizes[axes[axis]] = type.Shape[axis];
        }
    }
}
