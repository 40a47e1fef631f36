using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>Kernels that put the samples of a group side by side, or one after the other again.</summary>
internal static class GroupEmitter
{
    public static KernelText Emit(GroupKernel kernel, KernelContext context)
    {
        var (value, x) = (kernel.Result, kernel.Result.Operands[0]);
        var names = new OperandNames(context.Type, value.Operands);
        var (ofEachSample, what) = value.Operation is GroupOperation group
            ? (x, $"the samples of each group of {TensorType.GroupSize} side by side; {(group.ZeroRest ? "zeros" : "copies of the last sample")} where a group has fewer")
            : (value, "the samples of groups one after the other");
        // Single numbers lie side by side anyway.
        var isNumber = ofEachSample.Shape.Count == 1;
        var (stride, length) = (Literals.Integer(context.Plan.StorageOf(ofEachSample).SampleStride), Literals.Integer(ofEachSample.Shape.Count));
        var body = (value.Operation as GroupOperation)?.ZeroRest switch
        {
            { } zeros when isNumber => $"SampleGroups.GatherNumbers(ref {names[x]}, ref result, samples, zeroRest: {Literals.Boolean(zeros)});\n",
            { } zeros => $"SampleGroups.Gather(ref {names[x]}, {stride}, ref result, {length}, samples, zeroRest: {Literals.Boolean(zeros)});\n",
            null when isNumber => $"SampleGroups.ScatterNumbers(ref {names[x]}, ref result, samples);\n",
            null => $"SampleGroups.Scatter(ref {names[x]}, ref result, {stride}, {length}, samples);\n",
        };
        return new KernelText(
            context.MethodName(kernel), $"result = {what}\n{names.Describe(value)}", names.WithResult(value), NeedsSamples: true, NeedsRandom: false, body);
    }
}
