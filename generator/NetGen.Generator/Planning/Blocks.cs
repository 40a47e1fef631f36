using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>The logical block of 16 elements in which memory is counted, whatever the width of the machine's vectors.</summary>
internal static class Blocks
{
    public const int Size = 16;

    public static long RoundUp(long count) => (count + Size - 1) / Size * Size;

    /// <summary>How many elements a value of a shape takes in a layout, padding included.</summary>
    public static long Length(Shape shape, Layout layout) =>
        layout.LaneAxis < 0 ? RoundUp(shape.Count) : shape.Count / shape[layout.LaneAxis] * RoundUp(shape[layout.LaneAxis]);

    /// <summary>How many elements a value takes in a layout for each sample of the batch: a sixteenth of those of a group, where its samples lie in groups.</summary>
    public static long LengthPerSample(TensorType type, Layout layout) =>
        type.Grouped ? RoundUp((Length(type.Shape, layout) + TensorType.GroupSize - 1) / TensorType.GroupSize) : RoundUp(Length(type.Shape, layout));

    /// <summary>From one sample to the next: padded, but single numbers lie side by side so that samples fill the lanes.</summary>
    public static int SampleStride(Shape shape) => shape.Count == 1 ? 1 : (int)RoundUp(shape.Count);
}
