namespace NetGen;

/// <summary>What to do about an empty cell of an input.</summary>
public enum MissingCells
{
    /// <summary>It is an error that names line and column.</summary>
    Refuse,

    /// <summary>Its row is left out.</summary>
    DropRow,

    /// <summary>It gets the mean of the other cells of its column. Empty targets stay an error.</summary>
    FillWithMean,
}
