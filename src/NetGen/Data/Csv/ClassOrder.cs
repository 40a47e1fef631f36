namespace NetGen;

/// <summary>How the texts of a target column become class indices.</summary>
public enum ClassOrder
{
    /// <summary>By value where all of them are numbers, else by their characters' codes: the same whatever the order of the rows.</summary>
    Sorted,

    /// <summary>In the order in which they first appear.</summary>
    FirstAppearance,
}
