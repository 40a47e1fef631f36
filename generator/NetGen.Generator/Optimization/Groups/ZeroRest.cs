using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>Which values in groups are zero in the lanes that have no sample, so that a sum over all lanes is one over the samples.</summary>
internal sealed class ZeroRest
{
    private readonly Dictionary<Value, bool> _known = new();

    public bool Holds(Value value)
    {
        if (!value.Type.Grouped)
        {
            return false;
        }

        if (!_known.TryGetValue(value, out var holds))
        {
            _known.Add(value, holds = Follows(value));
        }

        return holds;
    }

    private bool Follows(Value value) => value.Operation switch
    {
        GroupOperation group => group.ZeroRest,
        MapOperation map => IsZero(map.Expression, value.Operands),
        ContractOperation => value.Operands.Any(Holds),
        PadOperation pad => pad.Value == 0 && Holds(value.Operands[0]),
        ConcatOperation => value.Operands.All(Holds),
        ReduceOperation or SliceOperation or UnfoldOperation or FoldOperation or TransposeOperation or ReshapeOperation => Holds(value.Operands[0]),
        _ => false,
    };

    // Whether a formula is zero where those of its operands are.
    private bool IsZero(Expression expression, IReadOnlyList<Value> operands)
    {
        var values = operands.Select((operand, i) => Holds(operand) ? (Expression)new Constant(0) : new Operand(i)).ToArray();
        return IsZero(Simplifier.Simplify(expression.Substitute(values)));
    }

    // A choice may be between zeros of both signs.
    private static bool IsZero(Expression expression) => expression is Constant { Value: 0 } || (expression is Select choice && IsZero(choice.WhenTrue) && IsZero(choice.WhenFalse));
}
