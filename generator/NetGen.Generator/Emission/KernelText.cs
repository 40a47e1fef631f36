using System.Collections.Generic;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

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
    /// <summary>The axis other than the samples of which the method computes a range; null where it computes all.</summary>
    public SharedRange? Shared { get; init; }

    /// <summary>Whether a call costs as much as the work, so that the method is to be inlined.</summary>
    public bool IsSmall { get; init; }

    /// <summary>
    /// Whether sums lie in many registers. Until such a method has been called some sixty times the just-in-time compiler would run it in a form that keeps them on the
    /// stack and takes two to three times as long; it is compiled in its last form at once instead.
    /// </summary>
    public bool SumsInRegisters { get; init; }

    /// <summary>
    /// Whether the loops call functions that are to be inlined into them. Within a caller that has inlined the method itself, the
    /// just-in-time compiler's budget could end before.
    /// </summary>
    public bool CallsFunctions => Body.Contains("VectorMath.") || Body.Contains("Lanes.");
}

/// <summary>A range of an axis: the method takes references to its first step and the number of steps.</summary>
/// <param name="Axis">The axis.</param>
/// <param name="Strides">From one step to the next in the operands and the result; in others none.</param>
/// <param name="First">The parameter that is the number of the first step, where references alone do not say it.</param>
internal sealed record SharedRange(SharedAxis Axis, IReadOnlyDictionary<Value, long> Strides, string? First = null)
{
    public long StrideOf(Value value) => Strides.TryGetValue(value, out var stride) ? stride : 0;
}

/// <summary>A parameter of a kernel, and the value that this call passes for it.</summary>
internal sealed record KernelParameter(string Type, string Name, Value Value);
