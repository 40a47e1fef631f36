using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>One call of emitted code: writes one value, reads others.</summary>
/// <param name="Result">The value that the kernel writes.</param>
/// <param name="Reads">The values it reads, without repetition.</param>
internal abstract record Kernel(Value Result, IReadOnlyList<Value> Reads);

/// <summary>An element-wise operation.</summary>
internal sealed record MapKernel(Value Result) : Kernel(Result, Result.Operands.Distinct().ToArray());

/// <summary>A contraction in register tiles, with the element-wise operation that alone consumes it, if any.</summary>
internal sealed record ContractKernel(Value Contraction, ContractionForm Form, Value? Epilogue)
    : Kernel(
        Epilogue ?? Contraction,
        Contraction.Operands.Concat(Epilogue?.Operands.Where(operand => operand != Contraction) ?? Enumerable.Empty<Value>()).Distinct().ToArray());

/// <summary>A reduction, over the element-wise operation that it alone consumes, if any.</summary>
internal sealed record ReduceKernel(Value Result, Value? Prologue)
    : Kernel(Result, (Prologue ?? Result).Operands.Distinct().ToArray());

/// <summary>The first index of the greatest element.</summary>
internal sealed record ArgMaxKernel(Value Result) : Kernel(Result, Result.Operands);

/// <summary>The threshold of sparsemax.</summary>
internal sealed record ThresholdKernel(Value Result) : Kernel(Result, Result.Operands);

/// <summary>Moves elements: slice, concatenation, padding, transposition, another layout.</summary>
internal sealed record CopyKernel(Value Result) : Kernel(Result, Result.Operands.Distinct().ToArray());

/// <summary>Draws random numbers.</summary>
internal sealed record RandomKernel(Value Result) : Kernel(Result, Result.Operands);

/// <summary>Copies an input of the caller into memory of ours, for a backward pass that comes after the call.</summary>
internal sealed record KeepInputKernel(Value Result) : Kernel(Result, System.Array.Empty<Value>());
