using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>One parameter and the distribution from which its values are drawn.</summary>
/// <param name="Segment">The parameter.</param>
/// <param name="Scale">The constant, the deviation of a normal or the bound of a uniform distribution.</param>
/// <param name="Stream">The random numbers; the value with a canonical index is drawn from that place.</param>
internal readonly record struct ParameterDraw(ParameterSegment Segment, double Scale, PhiloxStream Stream)
{
    /// <summary>Draws all values of the parameter.</summary>
    /// <param name="buffer">The flat buffer.</param>
    // It runs once for each parameter of a new network, so that it would never reach the optimising tier by itself.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Fill<T>(Span<T> buffer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var shape = Segment.Shape;
        var lanes = shape.IsEmpty ? 1 : shape[Segment.LaneAxis];
        var rest = Segment.Count / lanes;
        var inner = 1;
        for (var axis = Segment.LaneAxis + 1; axis < shape.Length; axis++)
        {
            inner *= shape[axis];
        }

        var values = buffer.Slice(Segment.Offset, Segment.Length);
        var (kind, scale, stream) = (Segment.Initializer.Kind, Scale, Stream);
        var (lane, row, column) = (0, 0, 0);
        for (var index = 0; index < Segment.Count; index++)
        {
            // The place that ParameterSegment.Locate gives, without its divisions.
            var place = (((lane / ParameterSegment.Block * rest) + row + column) * ParameterSegment.Block) + (lane % ParameterSegment.Block);
            values[place] = T.CreateTruncating(Value(kind, scale, stream, (ulong)index));
            if (++column == inner)
            {
                column = 0;
                if (++lane == lanes)
                {
                    lane = 0;
                    row += inner;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Value(Init kind, double scale, PhiloxStream stream, ulong index) => kind switch
    {
        Init.Zeros or Init.Constant => scale,
        Init.Normal or Init.XavierNormal or Init.HeNormal => scale * stream.Normal(index),
        _ => scale * ((2 * stream.Uniform(index).First) - 1),
    };
}
