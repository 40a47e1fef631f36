namespace NetGen;

/// <summary>The type of the numbers in a buffer or a column.</summary>
public enum ElementType
{
    /// <summary><see cref="float"/>.</summary>
    Float32,

    /// <summary><see cref="double"/>.</summary>
    Float64,

    /// <summary><see cref="int"/>.</summary>
    Int32,
}
