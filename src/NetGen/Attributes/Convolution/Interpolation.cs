namespace NetGen;

/// <summary>How the values of a larger image come of those of a smaller one.</summary>
public enum Interpolation
{
    /// <summary>Each value is repeated.</summary>
    Nearest,

    /// <summary>A value between others is weighted by how near they are, down and across.</summary>
    Bilinear,
}
