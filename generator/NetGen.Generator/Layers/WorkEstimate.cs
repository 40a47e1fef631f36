using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers;

/// <summary>What an operation costs for one sample.</summary>
internal static class WorkEstimate
{
    public static long MultiplyAdds(Value value)
    {
        if (value.Operation is not ContractOperation contract)
        {
            return 0;
        }

        var left = contract.Left.TrimStart(TypeRules.SampleLabel);
        var summed = left.Select((label, axis) => contract.Result.IndexOf(label) < 0 ? (long)value.Operands[0].Shape[axis] : 1);
        return summed.Aggregate(value.Shape.Count, (product, size) => product * size);
    }
}
