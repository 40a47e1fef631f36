using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>One call of emitted code: writes values, reads others.</summary>
/// <param name="Result">The value that the kernel writes, or the first or last of several.</param>
/// <param name="Reads">The values it reads, without repetition.</param>
internal abstract record Kernel(Value Result, IReadOnlyList<Value> Reads)
{
    /// <summary>All values that the kernel writes for others.</summary>
    public virtual IReadOnlyList<Value> Results => new[] { Result };

    /// <summary>The axis other than the samples along which workers may share the kernel; null where there is none.</summary>
    public SharedAxis? Shared { get; init; }

    /// <summary>Whether the loop over the samples counts groups of them.</summary>
    public virtual bool CountsGroups => Reads.Concat(Results).Any(value => value.Type.Grouped);

    /// <summary>What the kernel writes and reads itself, of one sample or one group of them at a time, or of a worker's part: rows, blocks of tiles, sums.</summary>
    public virtual IReadOnlyList<Value> Scratch => System.Array.Empty<Value>();
}

/// <summary>An element-wise operation.</summary>
internal sealed record MapKernel(Value Result) : Kernel(Result, Result.Operands.Distinct().ToArray());

/// <summary>A contraction in register tiles.</summary>
/// <param name="Contraction">The contraction.</param>
/// <param name="Form">Which axes lie where in its tiles.</param>
/// <param name="Epilogue">The element-wise operation that alone consumes it, if any.</param>
/// <param name="Second">An element-wise operation on what is written, as dropout behind an activation that the backward pass reads: it is written, too.</param>
internal sealed record ContractKernel(Value Contraction, ContractionForm Form, Value? Epilogue, Value? Second = null)
    : Kernel(
        Epilogue ?? Contraction,
        Contraction.Operands.Concat(Others(Epilogue, Contraction)).Concat(Others(Second, Epilogue ?? Contraction)).Distinct().ToArray())
{
    public override IReadOnlyList<Value> Results => Second is null ? base.Results : new[] { Result, Second };

    /// <summary>Whether the sums are added to what their memory holds. No tile overlaps another then.</summary>
    public bool Continues { get; init; }

    /// <summary>What the operations read besides the contraction and each other, without repetition.</summary>
    public IEnumerable<Value> Others() => Others(Epilogue, Contraction).Concat(Others(Second, Result)).Distinct();

    private static IEnumerable<Value> Others(Value? map, Value inner) => map?.Operands.Where(operand => operand != inner) ?? Enumerable.Empty<Value>();
}

/// <summary>A reduction, over the element-wise operation that it alone consumes, if any.</summary>
internal sealed record ReduceKernel(Value Result, Value? Prologue)
    : Kernel(Result, (Prologue ?? Result).Operands.Distinct().ToArray());

/// <summary>
/// Element-wise operations and reductions within a sample, such as softmax with cross-entropy and its gradient: one loop
/// over the samples, in which a row stays in the first-level cache and single numbers in registers.
/// </summary>
/// <param name="Values">What is computed, in order.</param>
/// <param name="Length">How many elements a row has, with samples in groups those of all samples of a group.</param>
/// <param name="Written">Those of the values that others read.</param>
/// <param name="Rows">Rows that are read again in a later loop over the same row, and by nobody else.</param>
/// <param name="Operands">What is read of others.</param>
internal sealed record RowKernel(
    IReadOnlyList<Value> Values, int Length, IReadOnlyList<Value> Written, IReadOnlyList<Value> Rows, IReadOnlyList<Value> Operands)
    : Kernel(Written[Written.Count - 1], Operands)
{
    public override IReadOnlyList<Value> Results => Written;

    public override IReadOnlyList<Value> Scratch => Rows;

    /// <summary>Whether the samples of a group lie in the lanes: what is a number of a sample elsewhere is a vector here.</summary>
    public bool IsOfGroups => Values[0].Type.Grouped;
}

/// <summary>The first index of the greatest element.</summary>
internal sealed record ArgMaxKernel(Value Result) : Kernel(Result, Result.Operands);

/// <summary>An element-wise operation that asks for the first of the greatest elements along an axis, and alone does so.</summary>
/// <param name="Result">The operation.</param>
/// <param name="Index">The index that it asks for.</param>
internal sealed record ChoiceKernel(Value Result, Value Index)
    : Kernel(Result, Result.Operands.Where(operand => operand != Index).Concat(Index.Operands).Distinct().ToArray());

/// <summary>The threshold of sparsemax.</summary>
internal sealed record ThresholdKernel(Value Result) : Kernel(Result, Result.Operands);

/// <summary>Adds up what windows share.</summary>
internal sealed record FoldKernel(Value Result) : Kernel(Result, Result.Operands);

/// <summary>Moves elements: slice, concatenation, padding, transposition, another layout.</summary>
/// <param name="Result">The value.</param>
/// <param name="Inner">The padding along another axis that only this one pads further, if any.</param>
internal sealed record CopyKernel(Value Result, Value? Inner = null) : Kernel(Result, (Inner ?? Result).Operands.Distinct().ToArray());

/// <summary>Puts samples into groups, or takes them out.</summary>
internal sealed record GroupKernel(Value Result) : Kernel(Result, Result.Operands)
{
    public override bool CountsGroups => false;
}

/// <summary>Draws random numbers.</summary>
internal sealed record RandomKernel(Value Result) : Kernel(Result, Result.Operands);

/// <summary>Copies an input of the caller into memory of ours, for a backward pass that comes after the call.</summary>
internal sealed record KeepInputKernel(Value Result) : Kernel(Result, System.Array.Empty<Value>());
