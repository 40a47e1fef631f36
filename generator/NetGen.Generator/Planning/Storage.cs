using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>The memory that a value lies in.</summary>
internal enum Region
{
    /// <summary>The flat buffer of parameters.</summary>
    Parameters,

    /// <summary>The flat buffer of gradients, laid out like that of parameters.</summary>
    Gradients,

    /// <summary>Values that depend on parameters only, computed once per version of the weights.</summary>
    Prepared,

    /// <summary>The part of the arena whose size does not depend on the batch.</summary>
    Fixed,

    /// <summary>The part of the arena that grows with the batch; offsets are per sample of capacity.</summary>
    PerSample,

    /// <summary>The part of the arena that each worker of a pass has for itself.</summary>
    PerWorker,

    /// <summary>Memory of the caller: a column of the batch.</summary>
    Caller,

    /// <summary>No memory: a number or a formula.</summary>
    None,
}

/// <summary>Where a value lies.</summary>
/// <param name="Region">In which memory.</param>
/// <param name="Offset">From where in it, in elements; times the capacity where the region is <see cref="Region.PerSample"/>.</param>
/// <param name="SampleStride">From one sample to the next, in elements; 0 where the value has no sample axis.</param>
/// <param name="Layout">How the elements of one sample lie.</param>
/// <param name="Samples">Of a micro-batch's value, for how many samples there is room in the memory of a worker; 0 of every other.</param>
internal sealed record Storage(Region Region, int Offset, int SampleStride, Layout Layout, int Samples = 0)
{
    /// <summary>Whether whole blocks of 16 may be read past the last element.</summary>
    public bool IsPadded => Region != Region.Caller;

    /// <summary>How many elements a value takes: for each sample where it grows with the batch, else as a whole, as what a kernel writes for itself of one group.</summary>
    public static long Length(Value value, Region region, Layout layout, int samples) =>
        region == Region.PerSample ? Blocks.LengthPerSample(value.Type, layout)
        : samples > 0 ? samples * Blocks.LengthPerSample(value.Type, layout)
        : Blocks.RoundUp(Blocks.Length(value.Shape, layout));

    /// <inheritdoc cref="Length(Value, Region, Layout, int)"/>
    public long LengthOf(Value value) => Length(value, Region, Layout, Samples);

    /// <summary>Elements from one step of an axis to the next; along the lane axis those within a panel.</summary>
    public long StrideOf(Value value, int axis)
    {
        if (Layout.LaneAxis < 0)
        {
            return Aliases.Strides(value)[axis];
        }

        return axis == Layout.LaneAxis
            ? 1
            : value.Shape.Sizes.Skip(axis + 1).Where((_, i) => axis + 1 + i != Layout.LaneAxis).Aggregate(1L, (product, size) => product * size) * Blocks.Size;
    }
}
