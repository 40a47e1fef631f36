using System.Linq;
using static NetGen.Generator.Graph.GraphVerifier;

namespace NetGen.Generator.Graph;

/// <summary>What a contraction asks of its labels.</summary>
internal static class ContractRules
{
    public static void Verify(Value value, ContractOperation contract)
    {
        OperationRules.RequireOperands(value, 2);
        foreach (var operand in value.Operands)
        {
            OperationRules.RequireFloat(value, operand);
        }

        foreach (var labels in new[] { contract.Left, contract.Right, contract.Result })
        {
            Require(labels.Distinct().Count() == labels.Length, value, $"a label occurs twice in '{labels}'");
            Require(labels.Skip(1).All(label => label != TypeRules.SampleLabel), value, $"the sample axis comes first, not as in '{labels}'");
            Require(
                labels.All(label => label == TypeRules.SampleLabel || (label >= 'a' && label <= 'z') || (label >= 'A' && label <= 'Z')),
                value,
                $"'{labels}' has a label that is not a letter");
        }

        foreach (var label in contract.Result)
        {
            Require(contract.Left.IndexOf(label) >= 0 || contract.Right.IndexOf(label) >= 0, value, $"the label '{label}' comes from no operand");
        }

        OperationRules.RequireType(value, TypeRules.Contract(contract, value.Operands[0].Type, value.Operands[1].Type));
    }
}
