using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;

namespace NetGen.RandomNetworks.Declarations;

/// <summary>Writes random own activations and losses.</summary>
internal sealed class OwnMethods
{
    private const int MostDepth = 4;

    private static readonly ImmutableArray<double> Constants = [0, 0.5, 1, 1.25, 2, 3, -1, -0.75, 0.1];
    private static readonly ImmutableArray<double> Exponents = [2, 3, 4, 0.5, 1.5, -1, 1, 0];
    private static readonly ImmutableArray<string> Comparisons = ["<", "<=", ">", ">="];

    private readonly Random _random;
    private readonly bool _isDouble;
    private readonly List<OwnMethodText> _methods = [];

    private OwnMethods(Random random, bool isDouble) => (_random, _isDouble) = (random, isDouble);

    private string Mathematics => _isDouble ? "Math" : "MathF";

    private string Number => _isDouble ? "double" : "float";

    /// <summary>Two activations, the second of which may call the first, and two losses.</summary>
    public static ImmutableArray<OwnMethodText> Write(Random random, bool isDouble)
    {
        var methods = new OwnMethods(random, isDouble);
        methods.Add("Bend", "x");
        methods.Add("Curve", "x");
        methods.Add("Miss", "prediction", "target");
        methods.Add("Gap", "prediction", "target");
        return [.. methods._methods];
    }

    private void Add(string name, params string[] parameters)
    {
        var body = Expression(_random.Next(1, MostDepth + 1), parameters);
        var list = string.Join(", ", Array.ConvertAll(parameters, parameter => $"{Number} {parameter}"));
        _methods.Add(new OwnMethodText(name, parameters.Length, $"private static {Number} {name}({list}) => {body};"));
    }

    private string Expression(int depth, string[] operands)
    {
        if (depth == 0)
        {
            return _random.Next(4) == 0 ? Literal(Pick(Constants)) : operands[_random.Next(operands.Length)];
        }

        string Next() => Expression(_random.Next(depth), operands);
        return _random.Next(17) switch
        {
            0 or 1 or 2 => $"({Next()} + {Next()})",
            3 or 4 => $"({Next()} - {Next()})",
            5 or 6 or 7 => $"({Next()} * {Next()})",
            8 => $"({Next()} / ({Literal(1)} + ({Next()} * {Literal(0.5)})))",
            9 => $"(-{Next()})",
            10 => $"({Condition(Next)} ? {Next()} : {Next()})",
            11 => $"{Mathematics}.Pow({Next()}, {Literal(Pick(Exponents))})",
            12 => $"{Mathematics}.{(_random.Next(2) == 0 ? "Max" : "Min")}({Next()}, {Next()})",
            13 => Steep(Next()),
            14 when _methods.Count > 0 => $"{_methods[0].Name}({Next()})",
            _ => $"{Mathematics}.{Pick(["Tanh", "Exp", "Abs", "Sin", "Cos"])}({Next()})",
        };
    }

    /// <summary>Functions that are not defined or not finite everywhere, mostly where they are.</summary>
    private string Steep(string x) => _random.Next(5) switch
    {
        0 => $"{Mathematics}.Log({Literal(1)} + {Mathematics}.Exp({x}))",
        1 => $"{Mathematics}.Sqrt({Literal(1)} + ({x} * {x}))",
        2 => $"{Mathematics}.Log({x})",
        3 => $"({Literal(1)} / ({Literal(1)} + {Mathematics}.Exp(-{x})))",
        _ => $"{Mathematics}.Sqrt({x})",
    };

    private string Condition(Func<string> next) => _random.Next(5) switch
    {
        0 => $"{Comparison(next)} && {Comparison(next)}",
        1 => $"{Comparison(next)} || {Comparison(next)}",
        2 => $"!({Comparison(next)})",
        _ => Comparison(next),
    };

    // The C# compiler warns of x < x.
    private string Comparison(Func<string> next)
    {
        var (left, right) = (next(), next());
        return $"{left} {Pick(Comparisons)} {(left == right ? $"({right} * {Literal(2)})" : right)}";
    }

    private string Literal(double number)
    {
        var text = number.ToString("0.0##", CultureInfo.InvariantCulture) + (_isDouble ? string.Empty : "f");
        return number < 0 ? $"({text})" : text;
    }

    private T Pick<T>(ImmutableArray<T> choices) => choices[_random.Next(choices.Length)];
}
