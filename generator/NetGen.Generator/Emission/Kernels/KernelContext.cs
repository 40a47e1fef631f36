using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>What the writers of kernels know besides the kernel.</summary>
internal sealed record KernelContext(VectorType Type, ProgramPlan Plan, KernelLibrary Library)
{
    /// <summary>The name wished for the method of a kernel: that of the value it writes, after the layer whose product it takes further.</summary>
    public string MethodName(Kernel kernel)
    {
        var name = Identifiers.Pascal(ValueNames.Of(kernel.Result, Plan.Graph));
        name = kernel switch
        {
            ContractKernel { Epilogue: not null } contract when IsForward(contract.Contraction, kernel) => Identifiers.Pascal(contract.Contraction.Label) + name,
            WinogradKernel { Epilogue: not null } winograd when IsForward(winograd.Convolution, kernel) => Identifiers.Pascal(winograd.Convolution.Label) + name,
            _ => name,
        };
        name += kernel is ContractKernel { Second: { } second } ? Identifiers.Pascal(second.Label) : string.Empty;
        return Plan.IsOneSample && kernel.Result.Operation is not RelayoutOperation ? name + "OfOneSample" : name;
    }

    private static bool IsForward(Value sum, Kernel kernel) =>
        sum.Label != kernel.Result.Label
        && !kernel.Result.Label.EndsWith(Differentiation.ReverseMode.GradientEnding, System.StringComparison.Ordinal);
}
