using NetGen.Generator.Expressions;
using static NetGen.Generator.Graph.GraphVerifier;

namespace NetGen.Generator.Graph;

/// <summary>What a map asks of its expression and of its operands' shapes.</summary>
internal static class MapRules
{
    public static void Verify(Value value, MapOperation map)
    {
        Require(value.Operands.Count > 0, value, "takes at least one operand");
        Require(value.Type.Element == ElementKind.Float, value, "gives floats");
        foreach (var operand in value.Operands)
        {
            Require(TypeRules.CanBroadcast(operand.Type, value.Type), value, $"{operand.Type} does not broadcast to {value.Type}");
        }

        foreach (var part in map.Expression.PartsFirst())
        {
            Require(
                part is not Operand operand || (operand.Index >= 0 && operand.Index < value.Operands.Count),
                value,
                $"its expression names an operand that it has not: {part}");
            Require(
                part is not Binary { Function: BinaryFunction.Power } power || power.Right is Constant,
                value,
                "its expression has an exponent that is not constant");
        }
    }
}
