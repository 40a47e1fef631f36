using System;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>What the writers of kernels know besides the kernel.</summary>
internal sealed record KernelContext(VectorType Type, ProgramPlan Plan)
{
    /// <summary>The name wished for the method of a kernel: that of its layer, and what it computes of it.</summary>
    public static string MethodName(Kernel kernel)
    {
        var label = kernel.Result.Label;
        var isGradient = label.EndsWith(ReverseMode.GradientEnding, StringComparison.Ordinal);
        return kernel switch
        {
            ContractKernel { Epilogue: not null } contract when !isGradient && contract.Contraction.Label != label =>
                Identifiers.Pascal(contract.Contraction.Label) + Identifiers.Pascal(label),
            ReduceKernel when !isGradient => Identifiers.Pascal(label) + ((ReduceOperation)kernel.Result.Operation).Reduction,
            _ => Identifiers.Pascal(label),
        };
    }
}
