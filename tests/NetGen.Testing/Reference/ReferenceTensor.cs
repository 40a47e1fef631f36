using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Testing.Reference;

/// <summary>Numbers in row-major order; the first dimension of a batched value is the sample.</summary>
internal sealed class ReferenceTensor
{
    public ReferenceTensor(Generator.Graph.TensorType type, int samples)
    {
        Type = type;
        Dimensions = [.. type.Batched ? [samples] : Array.Empty<int>(), .. type.Shape.Sizes];
        Data = new double[Dimensions.Aggregate(1, (product, size) => product * size)];
    }

    public ReferenceTensor(Generator.Graph.TensorType type, int samples, double[] data)
        : this(type, samples)
    {
        if (data.Length != Data.Length)
        {
            throw new ArgumentException($"{type} of {samples} samples has {Data.Length} elements, not {data.Length}.", nameof(data));
        }

        Data = data;
    }

    public Generator.Graph.TensorType Type { get; }

    /// <summary>The sizes of all axes, that of the samples included.</summary>
    public int[] Dimensions { get; }

    public double[] Data { get; }

    /// <summary>The place of the first axis of a sample among <see cref="Dimensions"/>.</summary>
    public int FirstAxis => Type.Batched ? 1 : 0;

    public double this[params int[] index]
    {
        get => Data[Place(index)];
        set => Data[Place(index)] = value;
    }

    /// <summary>All indices below the given sizes, the last axis fastest.</summary>
    public static IEnumerable<int[]> Indices(IReadOnlyList<int> sizes)
    {
        if (sizes.Any(size => size == 0))
        {
            yield break;
        }

        var index = new int[sizes.Count];
        while (true)
        {
            yield return [.. index];
            var axis = sizes.Count - 1;
            while (axis >= 0 && ++index[axis] == sizes[axis])
            {
                index[axis--] = 0;
            }

            if (axis < 0)
            {
                yield break;
            }
        }
    }

    /// <summary>All indices of this tensor.</summary>
    public IEnumerable<int[]> Indices() => Indices(Dimensions);

    /// <summary>The element that broadcasting puts at an index of a larger value.</summary>
    public double Broadcast(int[] index, Generator.Graph.TensorType target)
    {
        var own = new int[Dimensions.Length];
        var shift = target.Shape.Rank - Type.Shape.Rank + (target.Batched ? 1 : 0) - FirstAxis;
        for (var axis = 0; axis < own.Length; axis++)
        {
            var isSample = Type.Batched && axis == 0;
            own[axis] = isSample ? index[0] : Dimensions[axis] == 1 ? 0 : index[axis + shift];
        }

        return this[own];
    }

    private int Place(int[] index)
    {
        var place = 0;
        for (var axis = 0; axis < Dimensions.Length; axis++)
        {
            place = (place * Dimensions[axis]) + index[axis];
        }

        return place;
    }
}
