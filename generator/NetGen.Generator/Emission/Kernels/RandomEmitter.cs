using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>Kernels that draw random numbers.</summary>
internal static class RandomEmitter
{
    public static KernelText Emit(RandomKernel kernel, KernelContext context)
    {
        var value = kernel.Result;
        var random = (RandomOperation)value.Operation;
        var stream = Literals.Integer(random.Stream);
        var size = Literals.Integer(value.Shape.Count);
        var stride = context.Plan.StorageOf(value).SampleStride;
        var memory = $"MemoryMarshal.CreateSpan(ref result, samples * {Literals.Integer(stride)})";
        var (method, extra, what) = random.Kind switch
        {
            RandomKind.Uniform => ("FillUniform", string.Empty, "uniform in [0, 1)"),
            RandomKind.Normal => ("FillNormal", string.Empty, "from N(0, 1)"),
            _ => ("FillBernoulli", $"{Literals.Double(random.Parameter)}, ", $"1 with probability {Literals.Digits(random.Parameter)}, else 0"),
        };
        return new KernelText(
            context.MethodName(kernel),
            $"result = numbers {what}, a function of seed, stream, step, sample and element: {value.Type}",
            new OperandNames(context.Type, value.Operands).WithResult(value),
            NeedsSamples: true,
            NeedsRandom: true,
            $"Philox.{method}({memory}, {extra}samples, {size}, {Literals.Integer(stride)}, seed, {stream}, step, firstSample);");
    }
}
