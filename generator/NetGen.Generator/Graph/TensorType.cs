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
    public static TensorType PerSample(Shape shape) => new(ElementKind.Float, shape, Batched: true);

    public static TensorType Shared(Shape shape) => new(ElementKind.Float, shape, Batched: false);

    public override string ToString()
    {
        var axes = string.Join(", ", Shape.Sizes);
        var samples = !Batched ? string.Empty : Shape.Rank == 0 ? "*" : "*, ";
        return (Element == ElementKind.Float ? "float[" : "int[") + samples + axes + "]";
    }
}
