using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Declarations;
using NetGen.Generator.Expressions;
using NetGen.Testing.Reference;

namespace NetGen.RandomNetworks.Declarations;

/// <summary>A method of the framework that own methods may call.</summary>
/// <param name="Type">The type as C# writes it: <c>MathF</c>, <c>double</c>.</param>
/// <param name="Name">The name.</param>
/// <param name="Parameters">How many numbers it takes.</param>
/// <param name="IsDouble">Whether those are of double precision.</param>
/// <param name="IsInteger">Whether it returns an integer.</param>
internal sealed record MathCall(string Type, string Name, int Parameters, bool IsDouble, bool IsInteger)
{
    /// <summary>Every overload of every method in the compiler's table. A new one is among them by existing.</summary>
    public static ImmutableArray<MathCall> All { get; } =
    [
        .. from type in new (Type Class, string Name)[] { (typeof(Math), "Math"), (typeof(MathF), "MathF"), (typeof(float), "float"), (typeof(double), "double") }
           from method in type.Class.GetMethods(BindingFlags.Public | BindingFlags.Static)
           let parameters = method.GetParameters()
           where MathMethods.Known.Contains((method.Name, parameters.Length))
           from number in new[] { typeof(float), typeof(double) }
           where parameters.All(parameter => parameter.ParameterType == number)
           let call = new MathCall(type.Name, method.Name, parameters.Length, number == typeof(double), method.ReturnType == typeof(int))
           orderby call.Name, call.Type, call.IsDouble
           select call,
    ];

    /// <summary>Whether negative numbers have no value.</summary>
    public bool IsPartial { get; } = !double.IsFinite(At(Name, Parameters, -2));

    /// <summary>Whether its values go beyond every range soon.</summary>
    public bool IsSteep { get; } = Math.Abs(At(Name, Parameters, 100)) > 1e20;

    /// <summary>Whether its last argument is a constant.</summary>
    public bool IsPower => Name == "Pow";

    private static double At(string name, int parameters, double x)
    {
        var arguments = Enumerable.Repeat((Expression)x, name == "Pow" ? 1 : parameters).ToList();
        if (name == "Pow")
        {
            arguments.Add(2);
        }

        return ExpressionEvaluator.Evaluate(MathMethods.Apply(name, arguments, SyntaxFactory.ParseExpression(name)));
    }

    /// <summary>The call as C#, of the precision of the method that it stands in.</summary>
    /// <param name="isDouble">Whether that is double.</param>
    /// <param name="arguments">The arguments, of that precision.</param>
    public string Text(bool isDouble, params string[] arguments)
    {
        var converted = IsDouble == isDouble ? arguments : Array.ConvertAll(arguments, argument => $"({Number(IsDouble)})({argument})");
        var call = $"{Type}.{Name}({string.Join(", ", converted)})";
        return IsInteger || IsDouble != isDouble ? $"(({Number(isDouble)}){call})" : call;
    }

    private static string Number(bool isDouble) => isDouble ? "double" : "float";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Type}.{Name} of {Parameters}");
}
