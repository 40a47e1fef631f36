using System;
using System.Collections.Immutable;

namespace NetGen;

/// <summary>
/// One parameter as a range of the flat buffer. Within it the values lie in blocks of 16 along
/// <see cref="LaneAxis"/>: the value at index (i₀, …) lies at
/// <c>Offset + ((i_lane / 16) · rest + r) · 16 + i_lane % 16</c>, where r is the row-major index over the other axes
/// and rest their number of elements. Lanes past the end of the axis are padding and always zero.
/// </summary>
/// <param name="Name">The name as in weight files: <c>dense1.weight</c>.</param>
/// <param name="Shape">The canonical shape, as PyTorch has it.</param>
/// <param name="Offset">Where the range begins in the flat buffer, a multiple of 16.</param>
/// <param name="LaneAxis">The axis that lies in the lanes.</param>
/// <param name="Initializer">How its values are drawn.</param>
/// <param name="Trainable">Whether training changes it.</param>
/// <param name="L1">The factor of Σ|w| in the loss.</param>
/// <param name="L2">The factor of ½Σw² in the loss.</param>
/// <param name="IsState">
/// Whether it is no weight but what training keeps for prediction, as the running mean of a batch normalisation. A training
/// pass writes the next value in its place of the gradient buffer, and <see cref="Optimizer"/> takes it from there.
/// </param>
public sealed record ParameterSegment(
    string Name,
    ImmutableArray<int> Shape,
    int Offset,
    int LaneAxis,
    Initializer Initializer,
    bool Trainable = true,
    double L1 = 0,
    double L2 = 0,
    bool IsState = false)
{
    /// <summary>The logical block, in elements, in which lanes are counted whatever the width of the machine's vectors.</summary>
    public const int Block = 16;

    /// <summary>How many values the parameter has.</summary>
    public int Count { get; } = Product(Shape, skip: -1);

    /// <summary>How many elements the range has, padding included; a multiple of 16.</summary>
    public int Length { get; } = Product(Shape, LaneAxis) * RoundUp(Shape.IsEmpty ? 1 : Shape[LaneAxis]);

    /// <summary>Where the value with a row-major index lies in the flat buffer.</summary>
    /// <param name="index">The row-major (canonical) index, in [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such value.</exception>
    public int Locate(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        if (Shape.IsEmpty)
        {
            return Offset;
        }

        var inner = 1;
        for (var axis = LaneAxis + 1; axis < Shape.Length; axis++)
        {
            inner *= Shape[axis];
        }

        var lane = index / inner % Shape[LaneAxis];
        var rest = (index / (inner * Shape[LaneAxis]) * inner) + (index % inner);
        return Offset + (((lane / Block * (Count / Shape[LaneAxis])) + rest) * Block) + (lane % Block);
    }

    private static int RoundUp(int size) => (size + Block - 1) / Block * Block;

    private static int Product(ImmutableArray<int> shape, int skip)
    {
        var product = 1;
        for (var axis = 0; axis < shape.Length; axis++)
        {
            product *= axis == skip ? 1 : shape[axis];
        }

        return product;
    }
}
