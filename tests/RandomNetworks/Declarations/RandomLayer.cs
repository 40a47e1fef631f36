using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Infrastructure;

namespace NetGen.RandomNetworks.Declarations;

/// <summary>One layer attribute with the arguments that are given to it.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Positional">The arguments of the constructor from the first on; the rest is left out.</param>
/// <param name="Named">The properties that are set.</param>
/// <param name="Block">The network that it is, where it is one.</param>
internal sealed record RandomLayer(LayerKind Kind, ImmutableArray<object> Positional, ImmutableSortedDictionary<string, object> Named, RandomNetwork? Block = null)
{
    /// <summary>The name that is given, or null.</summary>
    public string? Name => Property("Name");

    /// <summary>The attribute as C#.</summary>
    public string Text
    {
        get
        {
            var arguments = Positional.Select(value => Literal.Of(value, spread: true))
                .Concat(Named.Select(argument => $"{argument.Key} = {Literal.Of(argument.Value)}"))
                .Where(text => text.Length > 0)
                .ToArray();
            var name = Block is null ? Kind.Name : $"{Kind.Name}<{Block.Place.ClassName}>";
            return arguments.Length == 0 ? $"[{name}]" : $"[{name}({string.Join(", ", arguments)})]";
        }
    }

    /// <summary>What the compiler reads from the text, for asking it about shapes without any C#.</summary>
    /// <param name="methods">The own methods of the network.</param>
    public LayerDeclaration Declaration(IEnumerable<OwnMethod> methods) => new(
        Kind.Name,
        Name,
        Property("From"),
        new EquatableArray<Argument>(Arguments().Select(argument => Convert(argument.Key, argument.Value))),
        Positional.OfType<OwnMethodName>().Select(name => methods.First(method => method.Name == name.Name).Function).FirstOrDefault(),
        Block is null ? null : new BlockDeclaration(Block.Place.ClassName, Block.Declaration));

    /// <summary>What the compiler finds wrong while it reads the attribute, before any layer looks at it: numbers that are no member of an enumeration.</summary>
    /// <param name="place">The place of the layer in the network.</param>
    public IEnumerable<DeclarationError> ReadingErrors(int place) =>
        Arguments().Where(argument => argument.Value is Enum value && !Enum.IsDefined(value.GetType(), value)).Select(argument => new DeclarationError(
            DiagnosticIds.ArgumentOutOfRange,
            place,
            argument.Key,
            -1,
            new EquatableArray<string>([$"{argument.Key} of {Kind.Name}", $"a member of {argument.Value.GetType().Name}", $"{(int)argument.Value}"])));

    private string? Property(string property) => Named.GetValueOrDefault(property) as string;

    private IEnumerable<KeyValuePair<string, object>> Arguments() =>
        Kind.Positional.Select((parameter, i) => KeyValuePair.Create(parameter.Name, i < Positional.Length ? Positional[i] : parameter.Default!))
            .Concat(Named.Where(argument => argument.Key is not ("Name" or "From")));

    private static Argument Convert(string name, object value) => value switch
    {
        string text => new Argument(name, default, new EquatableArray<string>([text])),
        string[] texts => new Argument(name, default, new EquatableArray<string>(texts)),
        int[] numbers => new Argument(name, new EquatableArray<double>(numbers.Select(number => (double)number)), default),
        bool flag => new Argument(name, new EquatableArray<double>([flag ? 1 : 0]), default),
        OwnMethodName method => new Argument(name, default, new EquatableArray<string>([method.Name])),
        _ => new Argument(name, new EquatableArray<double>([System.Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)]), default),
    };
}

/// <summary>An argument that names an own method.</summary>
internal sealed record OwnMethodName(string Name);
