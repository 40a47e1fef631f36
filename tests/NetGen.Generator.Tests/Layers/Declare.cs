using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Expressions;
using NetGen.Generator.Infrastructure;
using NetGen.Generator.Layers;

namespace NetGen.Generator.Tests.Layers;

/// <summary>Writes declarations by hand, for tests that begin behind the reading of attributes.</summary>
internal static class Declare
{
    /// <summary>A double-precision network, so that numbers mean what they say.</summary>
    public static NetworkDeclaration Network(params LayerDeclaration[] layers) =>
        new(
            new TypeDeclaration("Tests", "Sample", "Tests.Sample", default, default),
            IsDouble: true,
            L1: 0,
            L2: 0,
            new EquatableArray<LayerDeclaration>(layers),
            default);

    /// <summary>The model of a network of the given layers.</summary>
    public static NetworkModel Model(params LayerDeclaration[] layers) => ModelBuilder.Build(Network(layers));

    public static LayerDeclaration Input(params int[] shape) => Layer("Input", ("shape", shape));

    public static LayerDeclaration Dense(int units, params (string Name, object? Value)[] arguments) =>
        Layer("Dense", arguments.Prepend(("units", units)).ToArray());

    /// <summary>A layer with arguments; <c>Name</c> and <c>From</c> are those of every layer.</summary>
    public static LayerDeclaration Layer(string kind, params (string Name, object? Value)[] arguments) =>
        new(
            kind,
            (string?)arguments.FirstOrDefault(argument => argument.Name == "Name").Value,
            (string?)arguments.FirstOrDefault(argument => argument.Name == "From").Value,
            new EquatableArray<Argument>(arguments
                .Where(argument => argument.Name is not ("Name" or "From"))
                .Select(argument => Convert(argument.Name, argument.Value))));

    /// <summary>The same layer with the user's own method that it names.</summary>
    public static LayerDeclaration WithMethod(this LayerDeclaration layer, int parameters, Expression? body, string? failure = null) =>
        layer with { Function = new FunctionDeclaration("Own", parameters, body, failure) };

    private static Argument Convert(string name, object? value) => value switch
    {
        null => new Argument(name, default, default),
        string text => new Argument(name, default, new EquatableArray<string>([text])),
        string[] texts => new Argument(name, default, new EquatableArray<string>(texts)),
        int[] numbers => new Argument(name, new EquatableArray<double>(numbers.Select(number => (double)number)), default),
        bool flag => new Argument(name, new EquatableArray<double>([flag ? 1 : 0]), default),
        _ => new Argument(name, new EquatableArray<double>([System.Convert.ToDouble(value, CultureInfo.InvariantCulture)]), default),
    };
}
