using System;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>An operand, such as a bias, that an epilogue adds to the sum before it does anything else with either.</summary>
/// <param name="Value">The operand.</param>
/// <param name="Rest">The formula with the sum in the place of both together.</param>
internal sealed record Addend(Value Value, Expression Rest)
{
    /// <summary>The first such operand of an epilogue; null where there is none.</summary>
    /// <param name="contraction">The sum.</param>
    /// <param name="epilogue">The element-wise operation on it.</param>
    /// <param name="kind">How an operand is read.</param>
    public static Addend? Of(Value contraction, Value epilogue, Func<Value, EpilogueOperandKind> kind)
    {
        var expression = ((MapOperation)epilogue.Operation).Expression;
        var places = Enumerable.Range(0, epilogue.Operands.Count).ToArray();
        if (places.Count(place => epilogue.Operands[place] == contraction) != 1)
        {
            return null;
        }

        var sum = new Operand(places.First(place => epilogue.Operands[place] == contraction));
        return places
            .Where(place => place != sum.Index && kind(epilogue.Operands[place]) is EpilogueOperandKind.Lane or EpilogueOperandKind.SamePlace)
            .Where(place => epilogue.Operands.Count(operand => operand == epilogue.Operands[place]) == 1)
            .Select(place => (Value: epilogue.Operands[place], Formula: Without(expression, sum, new Operand(place))))
            .Where(found => found.Formula is not null)
            .Select(found => new Addend(found.Value, found.Formula!))
            .FirstOrDefault();
    }

    // Null where either is used in another way too.
    private static Expression? Without(Expression expression, Operand sum, Operand addend)
    {
        var (together, reversed) = (sum + addend, addend + sum);
        var marker = new Operand(int.MaxValue);
        var marked = expression.Rewrite(part => part.Equals(together) || part.Equals(reversed) ? marker : null);
        return marked.PartsFirst().Any(part => part.Equals(sum) || part.Equals(addend))
            ? null
            : marked.Rewrite(part => part.Equals(marker) ? sum : null);
    }
}
