using System.Collections.Immutable;

namespace NetGen;

/// <summary>What a column of a batch is for.</summary>
public enum ColumnRole
{
    /// <summary>An input of the network.</summary>
    Input,

    /// <summary>What a loss compares a prediction with.</summary>
    Target,

    /// <summary>One optional weight per sample for a loss.</summary>
    SampleWeight,

    /// <summary>A result of the network.</summary>
    Output,

    /// <summary>A value that a loss consumes, as logits.</summary>
    Prediction,
}

/// <summary>One typed column of a batch.</summary>
/// <param name="Name">The name that the declaration gives it.</param>
/// <param name="Role">What it is for.</param>
/// <param name="ElementType">The type of its numbers.</param>
/// <param name="Shape">The shape of one sample; empty for a single number.</param>
/// <param name="ClassCount">For a column of class indices: they lie in [0, ClassCount). Otherwise 0.</param>
public sealed record ColumnDescription(
    string Name, ColumnRole Role, ElementType ElementType, ImmutableArray<int> Shape, int ClassCount = 0)
{
    /// <summary>How many numbers one sample has.</summary>
    public int Size { get; } = SizeOf(Shape);

    private static int SizeOf(ImmutableArray<int> shape)
    {
        var size = 1;
        foreach (var axis in shape)
        {
            size *= axis;
        }

        return size;
    }
}
