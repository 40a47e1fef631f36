namespace NetGen.Generator.Planning;

/// <summary>What kind of program is planned: how its memory is used and who runs it.</summary>
internal sealed record ProgramForm
{
    /// <summary>Whether values that depend on parameters only are computed once per version of the weights.</summary>
    public bool Prepares { get; init; }

    /// <summary>Whether the program is called in two halves, so that inputs and what the second half reads stay in the arena.</summary>
    public bool KeepsInputs { get; init; }

    /// <summary>Whether the program takes one sample, so that a small arena may lie on the stack.</summary>
    public bool IsOneSample { get; init; }

    /// <summary>Whether several workers may run the program together.</summary>
    public bool IsShared { get; init; }

    /// <summary>
    /// Whether micro-batches are as small as can be wherever there may be any, and tiles as wide as can be whatever registers the machine has: for tests of small networks and
    /// on any machine, for which they do not pay.
    /// </summary>
    public bool IsExtreme { get; init; }

    /// <summary>Whether values share no memory and have a block behind them that nothing may touch: for tests of what kernels write.</summary>
    public bool IsGuarded { get; init; }
}
