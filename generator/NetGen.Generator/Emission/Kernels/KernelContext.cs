using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>What the writers of kernels know besides the kernel.</summary>
internal sealed record KernelContext(VectorType Type, ProgramPlan Plan)
{
    /// <summary>The name wished for the method that computes a value.</summary>
    public static string MethodName(Value value) => Identifiers.Pascal(value.Label);
}
