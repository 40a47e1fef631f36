using System.Linq;
using static NetGen.Generator.Graph.GraphVerifier;

namespace NetGen.Generator.Graph;

/// <summary>What operations ask where samples stand in groups.</summary>
internal static class GroupRules
{
    /// <summary>Of an operation that puts samples into groups or takes them out.</summary>
    public static void Verify(Value value)
    {
        var type = value.Operands[0].Type;
        Require(type.Batched, value, $"{type} has no samples");
        if (value.Operation is GroupOperation)
        {
            Require(!type.Grouped, value, $"{type} has its samples in groups already");
            Require(type.Element == ElementKind.Float || type.Shape.Count == 1, value, $"{type} has several integers for each sample");
            OperationRules.RequireType(value, type.InGroups);
        }
        else
        {
            OperationRules.RequireFloat(value, value.Operands[0]);
            Require(type.Grouped && type.Shape.Rank > 0 && type.Shape[type.Shape.Rank - 1] == TensorType.GroupSize, value, $"{type} has no samples in groups along its last axis");
            OperationRules.RequireType(value, type.OfEachSample);
        }
    }

    /// <summary>Of all others: what has a sample axis counts the same along it, and only contractions read windows that reach beyond their axis.</summary>
    public static void VerifySame(Value value)
    {
        Require(
            value.Operation is UnfoldOperation or ContractOperation || !value.Operands.Any(operand => Aliases.Clipped(operand).Any()), value, $"reads windows that are clipped");
        var batched = value.Operands.Where(operand => operand.Batched).ToArray();
        Require(batched.All(operand => operand.Type.Grouped == batched[0].Type.Grouped), value, $"takes samples and groups of them together");
    }
}
