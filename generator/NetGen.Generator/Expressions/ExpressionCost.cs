using System.Collections.Generic;

namespace NetGen.Generator.Expressions;

/// <summary>
/// What an expression costs for one vector, in units of one addition. The figures are reciprocal throughputs rounded to
/// whole numbers: good enough to choose between storing a value and computing it again.
/// </summary>
internal static class ExpressionCost
{
    /// <summary>The cost of <paramref name="expression"/>; equal parts count once.</summary>
    public static int Of(Expression expression)
    {
        var numbering = new ValueNumbering();
        var seen = new HashSet<int>();
        var cost = 0;
        foreach (var part in expression.PartsFirst())
        {
            if (seen.Add(numbering[part]))
            {
                cost += OfNode(part);
            }
        }

        return cost;
    }

    private static int OfNode(Expression expression) => expression switch
    {
        Unary unary => OfFunction(unary.Function),
        Binary { Function: BinaryFunction.Divide } => 5,
        Binary { Function: BinaryFunction.Power } => 80,
        Binary => 1,
        Select => 2,
        _ => 0,
    };

    private static int OfFunction(UnaryFunction function) => function switch
    {
        UnaryFunction.Negate or UnaryFunction.Absolute => 1,
        UnaryFunction.Sign => 4,
        UnaryFunction.SquareRoot => 6,
        UnaryFunction.Exp => 14,
        UnaryFunction.ExpMinusOne or UnaryFunction.Tanh => 18,
        UnaryFunction.Sigmoid or UnaryFunction.Erf => 20,
        UnaryFunction.Log or UnaryFunction.LogOnePlus => 22,
        _ => 32,
    };
}
