namespace NetGen;

/// <summary>What a classification loss is given as the truth.</summary>
public enum TargetKind
{
    /// <summary>One class index in [0, classes) per sample, as <see cref="int"/>.</summary>
    ClassIndex,

    /// <summary>A probability distribution over the classes per sample.</summary>
    Distribution,
}
