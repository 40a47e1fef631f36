using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Declarations;

/// <summary>The methods of <c>Math</c>, <c>MathF</c>, <c>float</c> and <c>double</c> that expressions have.</summary>
internal static class MathMethods
{
    private static readonly Dictionary<(string Name, int Count), Func<IReadOnlyList<Expression>, Expression>> s_methods = new()
    {
        [("Exp", 1)] = x => Exp(x[0]),
        [("Exp2", 1)] = x => Exp(Math.Log(2) * x[0]),
        [("ExpM1", 1)] = x => ExpMinusOne(x[0]),
        [("Log", 1)] = x => Log(x[0]),
        [("Log2", 1)] = x => Log(x[0]) / Math.Log(2),
        [("Log10", 1)] = x => Log(x[0]) / Math.Log(10),
        [("LogP1", 1)] = x => LogOnePlus(x[0]),
        [("Sqrt", 1)] = x => Sqrt(x[0]),
        [("Abs", 1)] = x => Abs(x[0]),
        [("Sign", 1)] = x => Sign(x[0]),
        [("Sin", 1)] = x => Sin(x[0]),
        [("Cos", 1)] = x => Cos(x[0]),
        [("Tanh", 1)] = x => Tanh(x[0]),
        [("Sinh", 1)] = x => Sinh(x[0]),
        [("Cosh", 1)] = x => Cosh(x[0]),
        [("Max", 2)] = x => Max(x[0], x[1]),
        [("Min", 2)] = x => Min(x[0], x[1]),
        [("Clamp", 3)] = x => Min(Max(x[0], x[1]), x[2]),
        [("FusedMultiplyAdd", 3)] = x => (x[0] * x[1]) + x[2],
    };

    /// <summary>The names and numbers of parameters of all methods that are known.</summary>
    public static IEnumerable<(string Name, int Count)> Known => s_methods.Keys.Append(("Pow", 2));

    /// <summary>Whether the method is one of the framework's mathematics, known here or not.</summary>
    public static bool IsMath(IMethodSymbol method) =>
        method.ContainingType is { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } type
        && (type.Name is "Math" or "MathF" || type.SpecialType is SpecialType.System_Single or SpecialType.System_Double);

    /// <summary>Whether <see cref="Apply"/> knows the method.</summary>
    public static bool IsKnown(IMethodSymbol method) =>
        method is { Name: "Pow", Parameters.Length: 2 } || s_methods.ContainsKey((method.Name, method.Parameters.Length));

    /// <summary>The value of a known method.</summary>
    /// <exception cref="UnreadableException">A power whose exponent is no constant.</exception>
    public static Expression Apply(string name, IReadOnlyList<Expression> arguments, SyntaxNode syntax) =>
        name != "Pow" ? s_methods[(name, arguments.Count)](arguments)
        : Simplifier.Simplify(arguments[1]) is Constant exponent ? Pow(arguments[0], exponent.Value)
        : throw new UnreadableException("it uses a power whose exponent is not a constant", syntax);
}
