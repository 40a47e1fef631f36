using System;
using System.Linq;
using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Tests.Expressions;

/// <summary>Seeded random expressions over two operands; arguments stay moderate, so that most values are finite.</summary>
internal sealed class RandomExpressions(int seed)
{
    private static readonly UnaryFunction[] s_functions = Enum.GetValues<UnaryFunction>();
    private static readonly Comparison[] s_comparisons = [Comparison.Less, Comparison.LessOrEqual, Comparison.Greater, Comparison.GreaterOrEqual];
    private static readonly double[] s_constants = [0, 1, -1, 2, 0.5, -0.25, 3, 0.1, 1.7];
    private static readonly double[] s_exponents = [0, 1, 2, 3, 4, -1, -2, 0.5, -0.5, 1.5, 5, -3];

    private readonly Random _random = new(seed);

    public Expression Next(int depth) => depth == 0 || _random.Next(8) == 0 ? Leaf() : _random.Next(10) switch
    {
        < 4 => Function(depth - 1),
        < 8 => Arithmetic(depth - 1),
        8 => _random.Next(2) == 0
            ? Pow(Next(depth - 1), Pick(s_exponents))
            : new Binary(Pick([BinaryFunction.Maximum, BinaryFunction.Minimum]), Next(depth - 1), Next(depth - 1)),
        _ => new Select(NextCondition(depth - 1), Next(depth - 1), Next(depth - 1)),
    };

    public Condition NextCondition(int depth) => _random.Next(6) switch
    {
        0 => new Not(NextCondition(Math.Max(depth - 1, 0))),
        1 when depth > 0 => new Both(NextCondition(depth - 1), NextCondition(depth - 1)),
        2 when depth > 0 => new Either(NextCondition(depth - 1), NextCondition(depth - 1)),
        _ => new Compare(Pick(s_comparisons), Next(Math.Max(depth - 1, 0)), Next(Math.Max(depth - 1, 0))),
    };

    public double[] NextPoint() => [(4 * _random.NextDouble()) - 2, (4 * _random.NextDouble()) - 2];

    private Expression Leaf() => _random.Next(3) == 0 ? Pick(s_constants) : X(_random.Next(2));

    private Unary Function(int depth)
    {
        // Forms made of exponentials come often enough for the rules about them.
        var function = _random.Next(3) == 0 ? UnaryFunction.Exp : Pick(s_functions);
        return new Unary(function, Next(depth));
    }

    private Binary Arithmetic(int depth)
    {
        var function = Pick([BinaryFunction.Add, BinaryFunction.Subtract, BinaryFunction.Multiply, BinaryFunction.Divide]);
        var left = Next(depth);
        return new Binary(function, left, _random.Next(6) == 0 ? left : Next(depth));
    }

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];
}
