using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using NetGen.Generator.Layers;

namespace NetGen.RandomNetworks.Declarations;

/// <summary>A kind of layer as its attribute declares it.</summary>
/// <param name="Name">The name of the attribute without its ending.</param>
/// <param name="Positional">The parameters of its constructor, in order.</param>
/// <param name="Named">Its properties that can be set.</param>
/// <param name="IsLoss">Whether it is a loss.</param>
/// <param name="Function">The argument that names an own method, and how many parameters that takes; null where there is none.</param>
internal sealed record LayerKind(
    string Name,
    ImmutableArray<ArgumentKind> Positional,
    ImmutableArray<ArgumentKind> Named,
    bool IsLoss,
    (string Argument, int Parameters)? Function)
{
    /// <summary>
    /// The catalogue: every kind of layer that the compiler knows, with the arguments of its attribute. A new layer is in it
    /// by existing.
    /// </summary>
    public static ImmutableArray<LayerKind> All { get; } =
        [.. LayerCatalogue.Kinds.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => Of(kind.Key, kind.Value))];

    /// <summary>Whether it is another network, which its attribute names as a type argument.</summary>
    public bool IsBlock => Name == "Block";

    /// <summary>Whether it can have parameters: then its attribute says whether those train.</summary>
    public bool HasParameters => Named.Any(argument => argument.Name == "Trainable");

    /// <summary>How often to choose it: the more arguments, the more there is to try, and own methods are a language.</summary>
    public int Weight => 2 + Positional.Length + Named.Length + (Function is null ? 0 : 8);

    private static LayerKind Of(string name, Layer layer)
    {
        var attribute = typeof(LayerAttribute).Assembly.GetType($"NetGen.{name}Attribute") ?? typeof(LayerAttribute).Assembly.GetType($"NetGen.{name}Attribute`1", throwOnError: true)!;
        var constructor = attribute.GetConstructors().Single();
        return new LayerKind(
            name,
            [.. constructor.GetParameters().Select(ArgumentKind.Of)],
            [.. Properties(attribute).Select(property => new ArgumentKind(property.Name, property.PropertyType, IsOptional: true))],
            typeof(LossLayerAttribute).IsAssignableFrom(attribute),
            layer.Function);
    }

    private static IEnumerable<PropertyInfo> Properties(Type attribute) =>
        attribute.GetProperties().Where(property => property.SetMethod is { IsPublic: true }).OrderBy(property => property.Name, StringComparer.Ordinal);
}

/// <summary>An argument of an attribute.</summary>
/// <param name="Name">The name of the parameter or property.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
/// <param name="Default">The value of a constructor's argument that is left out.</param>
internal sealed record ArgumentKind(string Name, Type Type, bool IsOptional, object? Default = null)
{
    /// <summary>Whether it names another layer, other than the one whose value is consumed.</summary>
    public bool IsReference => Type == typeof(string) && Name is not ("Name" or "Target" or "From");

    public static ArgumentKind Of(ParameterInfo parameter) => new(parameter.Name!, parameter.ParameterType, parameter.IsOptional, parameter.DefaultValue);
}
