using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>The logical block of 16 elements in which memory is counted, whatever the width of the machine's vectors.</summary>
internal static class Blocks
{
    public const int Size = 16;

    // Lines of memory that lie a multiple of so many elements apart share a few sets of the first-level cache, which do not hold the lines that a sum over 64 samples reads.
    private const int FewSets = 128;

    public static long RoundUp(long count) => (count + Size - 1) / Size * Size;

    /// <summary>How many elements a value of a shape takes in a layout, padding included.</summary>
    public static long Length(Shape shape, Layout layout) =>
        layout.LaneAxis < 0 ? RoundUp(shape.Count) : shape.Count / shape[layout.LaneAxis] * RoundUp(shape[layout.LaneAxis]);

    /// <summary>How many elements a value takes in a layout for each sample of the batch: a sixteenth of those of a group, where its samples lie in groups.</summary>
    public static long LengthPerSample(TensorType type, Layout layout) =>
        type.Grouped ? RoundUp((Length(type.Shape, layout) + TensorType.GroupSize - 1) / TensorType.GroupSize)
        : type.Batched ? Spread(RoundUp(Length(type.Shape, layout)))
        : RoundUp(Length(type.Shape, layout));

    /// <summary>
    /// From one sample, or group of them, to the next: padded, but single numbers lie side by side so that samples fill the lanes, and such that the same element of
    /// all samples does not lie in the same sets of the cache.
    /// </summary>
    public static int SampleStride(TensorType type) =>
        type.Shape.Count == 1 ? 1 : (int)(type.Grouped ? RoundUp(type.Shape.Count) : Spread(RoundUp(type.Shape.Count)));

    private static long Spread(long length) => length % FewSets == 0 ? length + Size : length;
}
