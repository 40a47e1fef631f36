using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Testing.Reference;

/// <summary>The operations that compute numbers.</summary>
internal static class ReferenceArithmetic
{
    public static void Iota(ReferenceTensor result, IotaOperation iota)
    {
        foreach (var index in result.Indices())
        {
            result[index] = index[iota.Axis];
        }
    }

    public static void Contract(ReferenceTensor result, ContractOperation contract, ReferenceTensor left, ReferenceTensor right)
    {
        var sizes = new Dictionary<char, int>();
        foreach (var (labels, tensor) in new[] { (contract.Left, left), (contract.Right, right) })
        {
            for (var axis = 0; axis < labels.Length; axis++)
            {
                sizes[labels[axis]] = tensor.Dimensions[axis];
            }
        }

        var all = contract.Result.Concat(sizes.Keys.Where(label => !contract.Result.Contains(label))).ToArray();
        var (to, first, second) = (Strides(contract.Result, result, all), Strides(contract.Left, left, all), Strides(contract.Right, right, all));
        var counts = all.Select(label => sizes[label]).ToArray();
        Sum(0, 0, 0, 0);

        // Goes over all indices, the last label fastest.
        void Sum(int axis, int place, int leftPlace, int rightPlace)
        {
            if (axis == all.Length)
            {
                result.Data[place] += left.Data[leftPlace] * right.Data[rightPlace];
                return;
            }

            for (var i = 0; i < counts[axis]; i++)
            {
                Sum(axis + 1, place + (i * to[axis]), leftPlace + (i * first[axis]), rightPlace + (i * second[axis]));
            }
        }
    }

    // How far apart in a tensor two elements lie whose indices differ by one of a label.
    private static int[] Strides(string labels, ReferenceTensor tensor, char[] all) =>
        [.. all.Select(label => Enumerable.Range(0, labels.Length).Where(axis => labels[axis] == label)
            .Sum(axis => tensor.Dimensions.Skip(axis + 1).Aggregate(1, (product, size) => product * size)))];

    public static void Map(ReferenceTensor result, MapOperation map, ReferenceTensor[] operands)
    {
        foreach (var index in result.Indices())
        {
            var numbers = operands.Select(operand => operand.Broadcast(index, result.Type)).ToArray();
            result[index] = ExpressionEvaluator.Evaluate(map.Expression, numbers);
        }
    }

    public static void Reduce(ReferenceTensor result, ReduceOperation reduce, ReferenceTensor operand)
    {
        var isSum = reduce.Reduction == Reduction.Sum;
        Array.Fill(result.Data, isSum ? 0 : double.NegativeInfinity);

        // From one step of an axis of the operand to the next in the result: none where that axis is reduced.
        var first = operand.FirstAxis - result.FirstAxis;
        var to = operand.Dimensions.Select((_, axis) => axis < first || reduce.Axes.Contains(axis - operand.FirstAxis)
            ? 0
            : result.Dimensions.Skip(axis - first + 1).Aggregate(1, (product, size) => product * size)).ToArray();
        var next = 0;
        Add(0, 0);

        // Goes over all elements of the operand in their order.
        void Add(int axis, int place)
        {
            if (axis == to.Length)
            {
                var number = operand.Data[next++];
                result.Data[place] = isSum ? result.Data[place] + number : Math.Max(result.Data[place], number);
                return;
            }

            for (var i = 0; i < operand.Dimensions[axis]; i++)
            {
                Add(axis + 1, place + (i * to[axis]));
            }
        }
    }

    public static void ArgMax(ReferenceTensor result, ArgMaxOperation argMax, ReferenceTensor operand)
    {
        foreach (var index in result.Indices())
        {
            var line = Line(operand, index, argMax.Axis + operand.FirstAxis);
            result[index] = Array.IndexOf(line, line.Max());
        }
    }

    /// <summary>τ = (Σ_{j≤k} z_j − 1) / k over the sorted values z, k being the largest with 1 + k·z_k > Σ_{j≤k} z_j. The difference keeps the one beside values of 2⁵³ and more.</summary>
    public static void SparsemaxThreshold(ReferenceTensor result, ReferenceTensor operand)
    {
        foreach (var index in result.Indices())
        {
            var descending = Line(operand, index, operand.Dimensions.Length - 1).OrderDescending().ToArray();
            var sum = 0.0;
            for (var k = 1; k <= descending.Length; k++)
            {
                sum += descending[k - 1];
                if (sum - (k * descending[k - 1]) < 1)
                {
                    result[index] = (sum - 1) / k;
                }
            }
        }
    }

    private static double[] Line(ReferenceTensor operand, int[] index, int axis) =>
        Enumerable.Range(0, operand.Dimensions[axis])
            .Select(place => operand[index.Select((i, a) => a == axis ? place : i).ToArray()])
            .ToArray();
}
