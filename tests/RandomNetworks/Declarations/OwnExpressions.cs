using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace NetGen.RandomNetworks.Declarations;

/// <summary>Writes random expressions of all that the language of own methods has.</summary>
/// <param name="random">Where choices come from.</param>
/// <param name="isDouble">The precision of the method.</param>
/// <param name="operands">Its parameters.</param>
/// <param name="callable">The own methods that it may call.</param>
internal sealed class OwnExpressions(Random random, bool isDouble, string[] operands, IReadOnlyList<OwnMethod> callable)
{
    private static readonly ImmutableArray<double> Constants = [0, 0.5, 1, 1.25, 2, 3, -1, -0.75, 0.1];
    private static readonly ImmutableArray<double> Exponents = [2, 3, 4, 0.5, 1.5, -1, 1, 0];
    private static readonly ImmutableArray<string> NamedConstants = ["Math.PI", "MathF.E", "float.Tau", $"{OwnMethods.HelperClass}.{OwnMethods.HelperConstant}"];
    private static readonly ImmutableArray<string> Comparisons = ["<", "<=", ">", ">=", "==", "!="];

    private string Number => isDouble ? "double" : "float";

    /// <summary>An expression in brackets or none, of the method's own type.</summary>
    /// <param name="depth">How many operations at most are within each other.</param>
    public string Write(int depth)
    {
        if (depth == 0)
        {
            return random.Next(4) > 0 ? Pick([.. operands])
                : random.Next(4) > 0 ? Literal(Pick(Constants)) : $"(({Number}){Pick(NamedConstants)})";
        }

        string Next() => Write(random.Next(depth));
        return random.Next(20) switch
        {
            0 or 1 or 2 => $"({Next()} + {Next()})",
            3 or 4 => $"({Next()} - {Next()})",
            5 or 6 or 7 => $"({Next()} * {Next()})",
            8 => $"({Next()} / ({Literal(1)} + ({Next()} * {Literal(0.5)})))",
            9 => $"({(random.Next(3) == 0 ? "+" : "-")}{Next()})",
            10 => $"({Condition(Next)} ? {Next()} : {Next()})",
            11 => random.Next(3) == 0 ? $"({Literal(0.5)} * ({Condition(Next)} ? -1 : 2))" : Smooth(Next()),
            12 or 13 when callable.Count > 0 => Call(callable[random.Next(callable.Count)], Next),
            _ => Call(Pick(MathCall.All), Next),
        };
    }

    /// <summary>Formulas of well-known activations, which the simplifier knows.</summary>
    private string Smooth(string x)
    {
        var mathematics = isDouble ? "Math" : "MathF";
        return random.Next(3) switch
        {
            0 => $"{mathematics}.Log({Literal(1)} + {mathematics}.Exp({x}))",
            1 => $"{mathematics}.Sqrt({Literal(1)} + ({x} * {x}))",
            _ => $"({Literal(1)} / ({Literal(1)} + {mathematics}.Exp(-{x})))",
        };
    }

    private string Call(MathCall call, Func<string> next)
    {
        var arguments = Enumerable.Range(0, call.Parameters).Select(_ => next()).ToArray();

        // Where they are not defined or not finite there is nothing to compare.
        if (call.IsPartial && random.Next(16) > 0)
        {
            arguments[0] = $"({Literal(0.5)} + ({arguments[0]} * {arguments[0]}))";
        }
        else if (call.IsSteep && random.Next(6) > 0)
        {
            arguments[0] = $"({Literal(2)} / ({Literal(1)} + ({arguments[0]} * {arguments[0]})))";
        }

        if (call.IsPower)
        {
            arguments[^1] = Literal(Pick(Exponents));
        }

        var text = call.Text(isDouble, arguments);

        // An integer becomes a number by its context, too.
        return call.IsInteger && call.IsDouble == isDouble && random.Next(2) == 0 ? $"({Literal(0.5)} * {text[(Number.Length + 3)..]}" : text;
    }

    /// <summary>A call of an own method: of the class or of another one, as an extension, with arguments by name, or of the other precision.</summary>
    private string Call(OwnMethod method, Func<string> next)
    {
        var own = method.IsDouble == isDouble;
        var arguments = Array.ConvertAll(method.ParameterNames.ToArray(), _ => own ? next() : $"({(isDouble ? "float" : "double")})({next()})");
        if (method.IsExtension && random.Next(2) == 0)
        {
            return Converted($"(({(method.IsDouble ? "double" : "float")})({arguments[0]})).{method.Name}({string.Join(", ", arguments.Skip(1))})");
        }

        var named = arguments.Select((argument, i) => $"{method.ParameterNames[i]}: {argument}");
        var list = string.Join(", ", random.Next(3) == 0 ? named.Reverse() : arguments);
        return Converted($"{(method.IsHelper ? OwnMethods.HelperClass + "." : string.Empty)}{method.Name}({list})");

        string Converted(string call) => own ? call : $"(({Number}){call})";
    }

    private string Condition(Func<string> next) => random.Next(8) switch
    {
        0 => $"{Comparison(next)} {(random.Next(2) == 0 ? "&" : "&&")} {Comparison(next)}",
        1 => $"{Comparison(next)} {(random.Next(2) == 0 ? "|" : "||")} {Comparison(next)}",
        2 => $"!({Comparison(next)})",
        3 => $"{Comparison(next)} && {(random.Next(4) == 0 ? "false" : "true")}",
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
        var text = number.ToString("0.0##", CultureInfo.InvariantCulture) + (isDouble ? string.Empty : "f");
        return number < 0 ? $"({text})" : text;
    }

    private T Pick<T>(ImmutableArray<T> choices) => choices[random.Next(choices.Length)];
}
