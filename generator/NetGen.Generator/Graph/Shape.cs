using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Graph;

/// <summary>The sizes of the axes of one sample, outermost first. The sample axis itself is not part of a shape.</summary>
internal sealed record Shape(EquatableArray<int> Sizes)
{
    /// <summary>The largest number of elements that a value may have for one sample.</summary>
    public const long MaximumCount = 1L << 28;

    public Shape(params int[] sizes)
        : this(new EquatableArray<int>(sizes))
    {
    }

    public Shape(IEnumerable<int> sizes)
        : this(new EquatableArray<int>(sizes))
    {
    }

    /// <summary>The shape of a single number.</summary>
    public static Shape Scalar { get; } = new(Array.Empty<int>());

    public int Rank => Sizes.Count;

    /// <summary>The number of elements; <see cref="long.MaxValue"/> where it does not fit.</summary>
    public long Count
    {
        get
        {
            var count = 1L;
            foreach (var size in Sizes)
            {
                count = size != 0 && count > long.MaxValue / size ? long.MaxValue : count * size;
            }

            return count;
        }
    }

    public int this[int axis] => Sizes[axis];

    /// <summary>Elements from one step to the next along each axis in row-major order.</summary>
    public IReadOnlyList<long> Strides
    {
        get
        {
            var strides = new long[Rank];
            for (var (axis, stride) = (Rank - 1, 1L); axis >= 0; stride *= Sizes[axis--])
            {
                strides[axis] = stride;
            }

            return strides;
        }
    }

    /// <summary>The same shape with another size of one axis.</summary>
    public Shape With(int axis, int size) => new(Sizes.Select((old, i) => i == axis ? size : old));

    /// <summary>The windows of an axis in its place: how many there are, then their size.</summary>
    public Shape Unfolded(int axis, Windows windows) =>
        new(Sizes.Take(axis).Concat(new[] { windows.Count, windows.Size }).Concat(Sizes.Skip(axis + 1)));

    /// <summary>An axis and the one behind it as one.</summary>
    public Shape Folded(int axis, int length) => new(Sizes.Take(axis).Concat(new[] { length }).Concat(Sizes.Skip(axis + 2)));

    public override string ToString() => "[" + string.Join(", ", Sizes) + "]";
}
