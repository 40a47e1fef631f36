using System.Linq;

namespace NetGen.Generator.Graph;

/// <summary>The kind of the numbers in a value. The width of <see cref="Float"/> is a property of the network.</summary>
internal enum ElementKind
{
    Float,
    Int32,
}

/// <summary>The type of a value: its elements, the shape of one sample, and whether it has a sample axis before it.</summary>
internal sealed record TensorType(ElementKind Element, Shape Shape, bool Batched)
{
    /// <summary>How many samples a group has; see <see cref="Grouped"/>.</summary>
    public const int GroupSize = 16;

    /// <summary>Whether the sample axis counts groups of 16 samples, so that those of a group can be an axis of the shape, its last.</summary>
    public bool Grouped { get; init; }

    /// <summary>The same values with the samples of a group side by side, as the last axis; integers become numbers.</summary>
    public TensorType InGroups => new(ElementKind.Float, new Shape(Shape.Sizes.Append(GroupSize)), Batched) { Grouped = true };

    /// <summary>The same values one sample after the other, without the last axis, that of the samples of a group.</summary>
    public TensorType OfEachSample => this with { Shape = new Shape(Shape.Sizes.Take(Shape.Rank - 1)), Grouped = false };

    public static TensorType PerSample(Shape shape) => new(ElementKind.Float, shape, Batched: true);

    public static TensorType Shared(Shape shape) => new(ElementKind.Float, shape, Batched: false);

    public override string ToString()
    {
        var axes = string.Join(", ", Shape.Sizes);
        var samples = !Batched ? string.Empty : (Grouped ? "*/16" : "*") + (Shape.Rank == 0 ? string.Empty : ", ");
        return (Element == ElementKind.Float ? "float[" : "int[") + samples + axes + "]";
    }
}
