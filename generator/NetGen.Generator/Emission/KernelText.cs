using System.Collections.Generic;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Emission;

/// <summary>The text of a kernel: one static method over references to its operands' first elements.</summary>
/// <param name="Name">The name wished for; kernels with the same body share the first one's.</param>
/// <param name="Comment">The mathematics and the shapes, in one line or several.</param>
/// <param name="Parameters">The operands in order, the result last.</param>
/// <param name="NeedsSamples">Whether the method takes the number of samples.</param>
/// <param name="NeedsRandom">Whether the method takes seed and step.</param>
/// <param name="Body">The lines between the braces.</param>
internal sealed record KernelText(
    string Name, string Comment, IReadOnlyList<KernelParameter> Parameters, bool NeedsSamples, bool NeedsRandom, string Body)
{
    /// <summary>Whether a call costs as much as the work, so that the method is to be inlined.</summary>
    public bool IsSmall { get; init; }
}

/// <summary>A parameter of a kernel, and the value that this call passes for it.</summary>
internal sealed record KernelParameter(string Type, string Name, Value Value);
